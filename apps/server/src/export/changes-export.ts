import { z } from 'zod'

import { COMMANDS } from '@yilian/domain/commands.ts'
import { dayCells } from '@yilian/domain/file-days.ts'
import type { Locale } from '@yilian/domain/locale.ts'
import { lastDay } from '@yilian/domain/period.ts'
import type { PolicyDocument } from '@yilian/domain/policy-document.ts'

import { alliancesByIds } from '../alliance/alliance.queries.ts'
import { changePage, effectCountsSeen, effectsByNumber, type ChangeRow } from '../change/change.queries.ts'
import type { Effect, EffectStretch } from '../change/describe.ts'
import { FACT_LABELS } from '../change/fact-labels.ts'
import { institutionsByIds } from '../institution/institution.queries.ts'
import { policyDocumentsByIds } from '../policy-document/policy-document.queries.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { countyFilter, idFilter } from './filters.ts'
import { allPages } from './pages.ts'

const FILTER = z.strictObject({ countyCode: countyFilter, institutionId: idFilter, allianceId: idFilter, documentId: idFilter })

/** Changes read at a time: an import has a hundred effects of each kind. */
const CHANGES = 50

/** One fact that a change touched, or (`unshown`) how many more than are told one by one. */
interface Row {
  readonly own: ChangeRow
  readonly document: PolicyDocument | undefined
  readonly effect: Effect | null
  readonly unshown: number
}

const COLUMNS = {
  number: { label: { zh: '变更号', en: 'Change' }, width: 10, format: 'COUNT', cell: ({ own }) => own.number },
  recordedAt: textColumn({ zh: '登记时间', en: 'Recorded at' }, 20, ({ own }) => clockInChina(own.recordedAt)),
  actor: textColumn({ zh: '操作人', en: 'By' }, 16, ({ own }) => own.actorName),
  command: textColumn({ zh: '办理事项', en: 'Command' }, 22, ({ own }, locale) => commandName(own.command, locale)),
  correction: textColumn({ zh: '更正', en: 'Correction' }, 8, ({ own }, locale) =>
    own.correction ? { zh: '是', en: 'Yes' }[locale] : { zh: '否', en: 'No' }[locale],
  ),
  effectiveOn: textColumn({ zh: '生效日', en: 'Effective day' }, 13, ({ own }) => own.effectiveOn),
  document: textColumn({ zh: '依据文件', en: 'Document' }, 28, ({ document }) => document?.number ?? document?.title),
  note: textColumn({ zh: '说明', en: 'Note' }, 28, ({ own }) => own.note),
  undoes: { label: { zh: '撤回的变更号', en: 'Undoes change' }, width: 14, format: 'COUNT', cell: ({ own }) => own.undoes },
  fact: textColumn({ zh: '类别', en: 'Type' }, 12, ({ effect }, locale) => effect && FACT_LABELS[effect.fact][locale]),
  subject: textColumn({ zh: '事项', en: 'Subject' }, 40, ({ effect, unshown }, locale) =>
    unshown > 0 ? { zh: `另有 ${unshown} 项`, en: `${unshown} more` }[locale] : effect?.subject[locale],
  ),
  before: textColumn({ zh: '变更前', en: 'Before' }, 44, ({ effect }, locale) => effect && inWords(effect.before, locale)),
  after: textColumn({ zh: '变更后', en: 'After' }, 44, ({ effect }, locale) => effect && inWords(effect.after, locale)),
} satisfies Record<string, ExportColumn<Row>>

/** What was recorded, newest first: a row for each fact that a change touched. */
export const changesExport: ExportTable<z.infer<typeof FILTER>, never, Row> = {
  needs: 'institution.read',
  title: { zh: '变更记录', en: 'Changes' },
  filter: FILTER,
  orders: [],
  columns: COLUMNS,
  days: null,
  async whose(reader, { filter: { countyCode, institutionId, allianceId }, moment }) {
    const one = institutionId
      ? (await institutionsByIds(reader, [institutionId], moment)).get(institutionId)
      : allianceId
        ? (await alliancesByIds(reader, [allianceId], moment)).get(allianceId)
        : undefined
    return one ? { name: one.name } : countyCode ? { countyCode } : null
  },
  async *pages(reader, { filter: { countyCode, institutionId, allianceId, documentId } }) {
    const filter = { countyCode, documentId, subjectIds: [institutionId, allianceId].filter((id) => id != null) }
    for await (const page of allPages((args) => changePage(reader, filter, args), CHANGES)) {
      const numbers = page.map(({ number }) => number)
      const effects = await effectsByNumber(reader, numbers.map(String), null)
      const counts = await effectCountsSeen(reader, numbers.map(String))
      const documents = await policyDocumentsByIds(
        reader,
        page.flatMap(({ documentId: id }) => id ?? []),
      )
      yield page.flatMap((own): Row[] => {
        const change = { own, document: own.documentId === null ? undefined : documents.get(own.documentId) }
        const shown = effects.get(String(own.number)) ?? []
        const unshown = (counts.get(String(own.number)) ?? 0) - shown.length
        const rows = shown.map((effect) => ({ ...change, effect, unshown: 0 }))
        return unshown > 0 || rows.length === 0 ? [...rows, { ...change, effect: null, unshown: Math.max(0, unshown) }] : rows
      })
    }
  },
}

function commandName(command: string, locale: Locale): string {
  return Object.hasOwn(COMMANDS, command) ? COMMANDS[command as keyof typeof COMMANDS][locale] : command
}

/** What the change took away or put there, one stretch a part, with its days. */
function inWords(stretches: readonly EffectStretch[], locale: Locale): string | null {
  const parts = stretches
    .filter(({ side }) => side !== 'BOTH')
    .map(({ label, validFrom, validTo }) => {
      if (validFrom === null) return label[locale]
      const from = String(dayCells.write(validFrom, locale))
      const last = lastDay({ validFrom, validTo })
      if (locale === 'zh') return `${label.zh}（${last === null ? `${from} 起` : `${from} 至 ${last}`}）`
      return `${label.en} (${last === null ? `from ${from}` : `${from} to ${last}`})`
    })
  return parts.length === 0 ? null : parts.join(locale === 'zh' ? '；' : '; ')
}

function clockInChina(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
