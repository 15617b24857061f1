import type { Decimal } from '@yilian/domain/decimal.ts'
import type { HeadCountDimension } from '@yilian/domain/staffing/counting/head-count.ts'
import { headCountLabel } from '@yilian/domain/staffing/counting/head-count-label.ts'
import { addEquivalents } from '@yilian/domain/staffing/counting/shares.ts'
import { GraphQLError } from 'graphql'

import { builder } from '../graphql/builder.ts'
import { momentFields } from '../graphql/connection.ts'
import { rootMoment, type AtMoment } from '../graphql/moment.ts'
import { inLocale, localeArg } from '../graphql/text.ts'
import { HeadCountDimensionEnum } from './head-count-enums.ts'
import { countArgs, withUuids } from './head-count-filter.ts'
import { headCountCells, type HeadCountCellRow } from './head-count.queries.ts'

/** Dimensions of one pivot, at most. */
const MOST_DIMENSIONS = 4

interface Key {
  readonly dimension: HeadCountDimension
  readonly code: string | null
  readonly name: string | null
}
interface Cell extends Pick<HeadCountCellRow, 'home' | 'host' | 'fte'> {
  readonly keys: readonly Key[]
}
interface Figures extends AtMoment {
  readonly statistical: boolean
  readonly cells: readonly Cell[]
}

const NODES: Readonly<Partial<Record<HeadCountDimension, string>>> = { INSTITUTION: 'Institution', ALLIANCE: 'Alliance' }

/** What a key is found by elsewhere: the id of a node, or the code of a region or list. */
function publicCode({ dimension, code }: Key): string | null {
  const node = NODES[dimension]
  return code !== null && node ? Buffer.from(`${node}:${code}`).toString('base64') : code
}

const HeadCountKey = builder.objectRef<Key>('HeadCountKey').implement({
  description: 'What a cell of the pivot is of, by one dimension.',
  fields: (t) => ({
    dimension: t.field({ type: HeadCountDimensionEnum, description: 'By what.', resolve: ({ dimension }) => dimension }),
    code: t.string({
      nullable: true,
      description: 'The id of an institution or alliance, the code of a region, or a code of a list; null: none, outside, or not recorded.',
      resolve: publicCode,
    }),
    label: t.string({
      description: 'What it means: the name of a place on the day, or the label of the code.',
      args: localeArg,
      resolve: ({ dimension, code, name }, args) => inLocale(headCountLabel(dimension, code, name), args),
    }),
  }),
})

const BY_HOME = 'People, by the home rule: each where the primary appointment (or that of a rehired person) is.'
const BY_HOST = 'People, by the host rule: each where the person works on the day, at the host of a posting, loan and the like.'
const BY_FTE = 'Full-time equivalents: each person shared out over all appointments of the day.'

const HeadCountCell = builder.objectRef<Cell>('HeadCountCell').implement({
  description: 'A cell of the pivot, with the three counting rules side by side.',
  fields: (t) => ({
    keys: t.field({ type: [HeadCountKey], description: 'What it is of, in the order of `by`.', resolve: ({ keys }) => keys }),
    home: t.exposeInt('home', { description: BY_HOME }),
    host: t.exposeInt('host', { description: BY_HOST }),
    fte: t.expose('fte', { type: 'Decimal', description: BY_FTE }),
  }),
})

const sum = (cells: readonly Cell[], of: (cell: Cell) => number): number => cells.reduce((total, cell) => total + of(cell), 0)
const equivalents = (cells: readonly Cell[]): Decimal => addEquivalents(cells.map(({ fte }) => fte))

const HeadCount = builder.objectRef<Figures>('HeadCount').implement({
  description: 'Staff counted on a day by three rules at once.',
  fields: (t) => ({
    ...momentFields(t),
    statistical: t.exposeBoolean('statistical', { description: 'Whether those are left out whom statistics leave out.' }),
    cells: t.field({
      type: [HeadCountCell],
      description: 'The cells in which anybody is counted, by their keys; those without a key last.',
      resolve: ({ cells }) => cells,
    }),
    home: t.int({ description: `All cells together. ${BY_HOME}`, resolve: ({ cells }) => sum(cells, ({ home }) => home) }),
    host: t.int({ description: `All cells together. ${BY_HOST}`, resolve: ({ cells }) => sum(cells, ({ host }) => host) }),
    fte: t.field({ type: 'Decimal', description: `All cells together. ${BY_FTE}`, resolve: ({ cells }) => equivalents(cells) }),
  }),
})

/** Throws what the client is told unless these are a few different dimensions. */
function checkDimensions(by: readonly HeadCountDimension[]): void {
  if (by.length <= MOST_DIMENSIONS && new Set(by).size === by.length) return
  throw new GraphQLError(`Ask for up to ${MOST_DIMENSIONS} different dimensions.`, { extensions: { code: 'BAD_USER_INPUT' } })
}

builder.queryField('headCount', (t) =>
  t.field({
    type: HeadCount,
    authScopes: { may: 'staff.read' },
    description: `Staff in service on the day, by any dimensions: people with a primary appointment or rehired, at institutions whose staff the asker sees. Home, host and full-time equivalents come from one reading; where they differ, \`headCountDifferences\` says whose. Up to ${MOST_DIMENSIONS} dimensions, BAD_USER_INPUT beyond; up to 10,000 cells, TOO_COMPLEX beyond.`,
    args: {
      ...countArgs,
      by: t.arg({ type: [HeadCountDimensionEnum], required: true, description: 'By what, in this order; none: one cell of all.' }),
      statistical: t.arg.boolean({
        defaultValue: true,
        description: 'Leave out whom statistics leave out: temporary staff, and whoever is rehired for less than half a year.',
      }),
    },
    resolve: async (_, { by, ...args }, context) => {
      checkDimensions(by)
      const moment = rootMoment(args, context)
      const statistical = args.statistical ?? true
      const rows = await headCountCells(context, by, { filter: withUuids(args.filter), moment, statistical })
      const keyAt = ({ keys, names }: HeadCountCellRow, dimension: HeadCountDimension, at: number): Key => ({
        dimension,
        code: keys[at] ?? null,
        name: names[at] ?? null,
      })
      return { moment, statistical, cells: rows.map((row) => ({ ...row, keys: by.map((dimension, at) => keyAt(row, dimension, at)) })) }
    },
  }),
)
