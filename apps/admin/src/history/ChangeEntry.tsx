import { UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import type { Permission } from '@yilian/domain/access/permission.ts'
import { COMMANDS, isUndoable } from '@yilian/domain/commands.ts'
import { useFrozen } from '../alliance/useFrozen.ts'
import { QueryView } from '../client/QueryView.tsx'
import { EffectWords } from '../command/EffectWords.tsx'
import { isCommand, useCommandName } from '../command/useCommandName.ts'
import { useDialog } from '../command/useDialog.tsx'
import { usePeriodText } from '../dated/usePeriodText.ts'
import { documentName } from '../document/document-name.ts'
import { graphql } from '../graphql/gql.ts'
import type { ChangeInWordsFragment } from '../graphql/graphql.ts'
import { instantText } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { usePermissions } from '../session/use-may.ts'
import { useFrame } from '../shell/frame-data.ts'
import { StateTag } from '../theme/StateTag.tsx'
import styles from './ChangeList.module.css'
import { UndoChangeDialog } from './UndoChangeDialog.tsx'

export const ChangeInWords = graphql(`
  fragment ChangeInWords on Change {
    id
    number
    command
    correction
    effectiveOn
    recordedAt
    note
    actor {
      id
      name
    }
    document {
      id
      number
      title
    }
    undoable
    undoes {
      id
      number
      command
    }
    undoneBy {
      id
      number
    }
    effectCount
    effects(first: 2) {
      ...EffectParts
    }
  }
`)

const ChangeEffectsDocument = graphql(`
  query ChangeEffects($id: ID!, $locale: Locale!) {
    change(id: $id) {
      id
      effects {
        ...EffectParts
      }
    }
  }
`)

/** Up to this many effects come with the list and are shown at once; a dissolution or an import touches hundreds. */
const AT_ONCE = 2

/** One change: what was done to what, by whom and when, and each fact before and after. */
export function ChangeEntry({ change }: { readonly change: ChangeInWordsFragment }): ReactNode {
  const { t } = useTranslation('history')
  const name = useCommandName()
  const { today } = useFrame()
  const [open, setOpen] = useState(false)
  const few = change.effectCount <= AT_ONCE
  const { effectiveOn, document, note } = change
  return (
    <li className={styles.entry}>
      <div className={styles.when}>
        <div>{instantText(change.recordedAt)}</div>
        <div className={styles.faint}>{change.actor.name}</div>
        <div className={styles.faint}>{t('number', { number: change.number })}</div>
      </div>
      <div>
        <div className={styles.head}>
          <strong>{isCommand(change.command) ? name(change.command) : change.command}</strong>
          {change.correction && <StateTag tone="amber">{t('correction')}</StateTag>}
          {effectiveOn && <span>{t('effective', { day: effectiveOn })}</span>}
          {effectiveOn && effectiveOn > today && <StateTag tone="future">{t('future')}</StateTag>}
          {change.undoes && <span>{t('undo.undoes', { number: change.undoes.number })}</span>}
          <Undo change={change} />
        </div>
        {(document || note) && (
          <div className={styles.faint}>
            {[document && t('document', { document: documentName(document) }), note && t('note', { note })].filter(Boolean).join('　')}
          </div>
        )}
        {few && <Effects effects={change.effects} correction={change.correction} />}
        {open && <AllEffects change={change} />}
        {!few && (
          <Button type="link" size="small" className={styles.toggle ?? ''} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('hide') : t('show', { count: change.effectCount })}
          </Button>
        )}
      </div>
    </li>
  )
}

/** What a change did to many facts, read when it is opened; of thousands the first of each kind, and that these are not all. */
function AllEffects({ change: { id, correction, effectCount } }: { readonly change: ChangeInWordsFragment }): ReactNode {
  const { t } = useTranslation('history')
  const locale = useLocale()
  const query = useQuery({ query: ChangeEffectsDocument, variables: { id, locale } })
  return (
    <QueryView query={query}>
      {({ change }) =>
        change && (
          <>
            <Effects effects={change.effects} correction={correction} />
            {change.effects.length < effectCount && (
              <div className={styles.faint}>{t('shownOf', { shown: change.effects.length, count: effectCount })}</div>
            )}
          </>
        )
      }
    </QueryView>
  )
}

function Effects({ effects, correction }: Pick<ChangeInWordsFragment, 'effects' | 'correction'>): ReactNode {
  const { t } = useTranslation('command')
  const period = usePeriodText()
  const { today } = useFrame()
  return effects.map((effect) => (
    <div key={`${effect.fact} ${effect.factId}`} className={styles.effect}>
      <div>
        <span className={styles.faint}>{t(`fact.${effect.fact}`)}</span> {effect.subject}
      </div>
      <EffectWords effect={effect} correction={correction} today={today} period={period} />
    </div>
  ))
}

/** The way back, or why there is none: it was taken already, or later changes stand on this one. */
function Undo({ change }: { readonly change: ChangeInWordsFragment }): ReactNode {
  const { t } = useTranslation('history')
  const frozen = useFrozen()
  const may = usePermissions()
  const { dialog, show } = useDialog()
  if (change.undoneBy) return <StateTag tone="grey">{t('undo.undoneBy', { number: change.undoneBy.number })}</StateTag>
  if (!isUndoable(change.command) || !neededFor(change).every(may)) return null
  if (!change.undoable) return <span className={`${styles.undo} ${styles.faint}`}>{t('undo.built')}</span>
  return (
    <span className={styles.undo}>
      <Button
        size="small"
        icon={<UndoOutlined />}
        disabled={frozen !== null}
        title={frozen ?? undefined}
        aria-label={t('undo.one', { number: change.number })}
        onClick={() => show((close) => <UndoChangeDialog change={change} onClose={close} />)}
      >
        {t('undo.button')}
      </Button>
      {dialog}
    </span>
  )
}

/** What it takes to undo a change: what it took to make it, and of an undo what the undone one took. */
function neededFor({ command, undoes }: ChangeInWordsFragment): Permission[] {
  return [command, undoes?.command ?? ''].flatMap((one) => {
    const needs = isCommand(one) ? COMMANDS[one].needs : null
    return needs === null ? [] : [needs]
  })
}
