import { SearchOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Input, Modal, Tag } from 'antd'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FailureNotice } from '../client/FailureNotice.tsx'
import { graphql } from '../graphql/gql.ts'
import type { SearchQuery } from '../graphql/graphql.ts'
import { useDebounced } from '../fields/useDebounced.ts'
import { useMoment } from './moment.ts'
import styles from './SearchPalette.module.css'

const SearchDocument = graphql(`
  query Search($text: String!, $county: String, $asOf: Date, $asKnownAt: Instant) {
    search(text: $text, countyCode: $county, first: 12, asOf: $asOf, asKnownAt: $asKnownAt) {
      __typename
      ... on Institution {
        id
        name
        code
        aliases
        region {
          name
        }
      }
      ... on Alliance {
        id
        name
        code
      }
      ... on ConstructionProject {
        id
        name
        code
        nationalCode
      }
      ... on Person {
        id
        name
        code
        home {
          institution {
            name
          }
        }
      }
    }
  }
`)

type Hit = SearchQuery['search'][number]
const KINDS = { Institution: 'institution', Alliance: 'alliance', ConstructionProject: 'project', Person: 'person' } as const

/** What tells things of one name apart. */
function placeOf(hit: Hit): string {
  if (hit.__typename === 'Institution') return hit.region.name
  return hit.__typename === 'Person' ? (hit.home?.institution?.name ?? '') : ''
}

/** Ctrl/⌘ K: what was typed, what was found, arrows and Enter. Searches the county and the day that are chosen. */
export function SearchPalette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const { asOf, asKnownAt, county } = useMoment()
  const [typed, setTyped] = useState('')
  const [moved, setChosen] = useState(0)
  const text = useDebounced(typed.trim(), 120)
  const [{ data, error, fetching }] = useQuery({ query: SearchDocument, variables: { text, county, asOf, asKnownAt }, pause: text === '' })
  const hits = text === '' ? [] : (data?.search ?? [])
  const chosen = Math.min(moved, Math.max(0, hits.length - 1))
  const open = (hit: Hit) => {
    onClose()
    if (hit.__typename === 'Institution') void navigate({ to: '/institutions/$id', params: { id: hit.id } })
    else if (hit.__typename === 'Alliance') void navigate({ to: '/alliances/$id', params: { id: hit.id } })
    else if (hit.__typename === 'ConstructionProject') void navigate({ to: '/projects/$id', params: { id: hit.id } })
    else void navigate({ to: '/people/$id', params: { id: hit.id } })
  }
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const hit = hits[chosen]
    if (step !== 0 && hits.length > 0) {
      event.preventDefault()
      setChosen((chosen + step + hits.length) % hits.length)
    } else if (event.key === 'Enter' && hit && !event.nativeEvent.isComposing) open(hit)
  }
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      width={600}
      title={<span className="visually-hidden">{t('search.title')}</span>}
      style={{ top: 72 }}
      styles={{ header: { margin: 0 }, container: { padding: 0 } }}
    >
      <Input
        autoFocus
        size="large"
        variant="borderless"
        className={styles.input ?? ''}
        prefix={<SearchOutlined />}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="search-hits"
        aria-activedescendant={hits.length > 0 ? `search-hit-${chosen}` : undefined}
        aria-label={t('search.title')}
        placeholder={t('search.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKey}
      />
      <div className={styles.body}>
        {error && <FailureNotice error={error} />}
        {hits.length > 0 && (
          <ul id="search-hits" role="listbox" aria-label={t('search.results', { count: hits.length })} className={styles.hits}>
            {hits.map((hit, index) => (
              <li key={hit.id} role="presentation">
                <button
                  type="button"
                  id={`search-hit-${index}`}
                  role="option"
                  aria-selected={index === chosen}
                  tabIndex={-1}
                  className={styles.hit}
                  onMouseMove={() => setChosen(index)}
                  onClick={() => open(hit)}
                >
                  <span className={styles.name}>
                    {hit.name}
                    {hit.__typename === 'Institution' && hit.aliases.length > 0 && (
                      <span className={styles.alias}>{hit.aliases.join('、')}</span>
                    )}
                  </span>
                  <span className={styles.place}>{placeOf(hit)}</span>
                  <Tag>{t(`search.${KINDS[hit.__typename]}`)}</Tag>
                </button>
              </li>
            ))}
          </ul>
        )}
        {hits.length === 0 && !error && (
          <p className={styles.hint}>{text !== '' && !fetching && data ? t('search.none', { text }) : t('search.hint')}</p>
        )}
      </div>
      <div className={styles.foot}>{t('search.keys')}</div>
    </Modal>
  )
}
