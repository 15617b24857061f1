import { MenuOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AccountMenu } from '../account/AccountMenu.tsx'
import { useMayRead } from '../session/use-may.ts'
import { AsOfPicker } from './AsOfPicker.tsx'
import { useFrame } from './frame-data.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { useMoment, useSetRootSearch } from './moment.ts'
import { rememberCounty } from './remembered.ts'
import styles from './Shell.module.css'

const importPalette = () => import('./SearchPalette.tsx')
const SearchPalette = lazy(async () => ({ default: (await importPalette()).SearchPalette }))

/** County, date, search everywhere, language, user. */
export function TopBar({ onOpenNavigation }: { readonly onOpenNavigation: () => void }): ReactNode {
  const { t } = useTranslation('shell')
  // Administrators have nothing that is in force on a day or found by a search.
  const reads = useMayRead()
  const [searching, setSearching] = useState(false)
  const keys = `${navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl'} K`
  useEffect(() => {
    if (!reads) return undefined
    // Whoever presses Ctrl K types on at once: by then it must be here.
    void importPalette().catch(() => undefined)
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setSearching(true)
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [reads])
  return (
    <header className={styles.top} data-print="no">
      <Button type="text" className={styles.menuButton} icon={<MenuOutlined />} aria-label={t('nav.open')} onClick={onOpenNavigation} />
      {reads && (
        <>
          <CountySelect />
          <AsOfPicker />
          <Button
            className={styles.search}
            icon={<SearchOutlined />}
            aria-label={`${t('search.open')} ${keys}`}
            aria-keyshortcuts="Control+K Meta+K"
            onClick={() => setSearching(true)}
          >
            <span className={styles.searchWords}>{`${t('search.open')} `}</span>
            <kbd className={styles.keys}>{keys}</kbd>
          </Button>
        </>
      )}
      <span className={styles.spacer} />
      <LanguageSwitch className={styles.language} />
      <AccountMenu />
      {searching && (
        <Suspense fallback={null}>
          <SearchPalette onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </header>
  )
}

function CountySelect(): ReactNode {
  const { t } = useTranslation('shell')
  const { counties } = useFrame()
  const { county } = useMoment()
  const setRootSearch = useSetRootSearch()
  const all = ''
  const options = counties.map(({ code, name, within }) => ({ value: code, label: name, search: `${within}${name}${code}`, title: within }))
  const known = county === undefined || options.some(({ value }) => value === county)
  return (
    <Select
      className={styles.county ?? ''}
      aria-label={t('county.label')}
      value={county ?? all}
      showSearch={options.length > 8 ? { filterOption: (text, option) => option?.search?.includes(text) ?? false } : false}
      popupMatchSelectWidth={240}
      options={[
        { value: all, label: t('county.all'), search: t('county.all'), title: '' },
        ...options,
        ...(known ? [] : [{ value: county, label: county, search: county, title: '' }]),
      ]}
      optionRender={({ data }) => (
        <span style={{ display: 'flex', justifyContent: 'space-between', gap: 8 }}>
          {data.label}
          <span style={{ color: '#55606d', fontWeight: 400 }}>{data.title}</span>
        </span>
      )}
      onChange={(code) => {
        rememberCounty(code === all ? undefined : code)
        setRootSearch({ county: code === all ? undefined : code })
      }}
    />
  )
}
