import type { Recorded } from '@yilian/domain/dated.ts'
import { parseYuan, type MoneyUnit, type Yuan } from '@yilian/domain/money.ts'

import { Change, changeByNumber } from '../change/change.graphql.ts'
import type { Fields } from '../command/command.graphql.ts'
import type { Types } from '../graphql/builder.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { codeEnum } from '../graphql/text.ts'
import { versionOf } from '../graphql/version.ts'
import { factsByIds, type ProjectFactKind, type ProjectFacts } from './project-facts.ts'

/** How a record of a project is found by its id. */
export function recordNode<K extends ProjectFactKind>(fact: K) {
  return {
    id: { resolve: ({ id }: ProjectFacts[K]) => id, parse: uuidOf },
    loadManyWithoutCache: async (ids: string[], context: Types['Context']) => {
      const found = await factsByIds(context, fact, ids)
      return ids.map((id) => found.get(id) ?? null)
    },
  }
}

/** What every record of a project shows of itself. */
export function recordFields<R extends Recorded & { readonly id: string }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, R>,
  fact: ProjectFactKind,
) {
  return {
    version: t.int({ description: 'What commands on it are based on.', resolve: ({ id }, _, context) => versionOf(context, fact, id) }),
    recordedFrom: t.field({
      type: 'Instant',
      description: 'Since when the system knows it so.',
      resolve: ({ recordedFrom }) => recordedFrom,
    }),
    change: t.field({
      type: Change,
      description: 'The change that recorded it so.',
      resolve: ({ recordedBy }, _, context) => changeByNumber(context, recordedBy),
    }),
  }
}

export const MoneyUnitEnum = codeEnum('MoneyUnit', 'In what amounts of an input are given. Answers are always in yuan.', {
  YUAN: { zh: '元', en: 'Yuan' },
  WAN: { zh: '万元', en: 'Ten thousand yuan' },
})

/** The unit of the amounts of an input. */
export const unitField = (t: Fields) => ({
  unit: t.field({ type: MoneyUnitEnum, description: 'In what the amounts are given; yuan when left out. Both are exact to the fen.' }),
})

/** An amount in the unit of its input as yuan; what is no amount stays as it is, for the domain to refuse. */
export function amountOf(text: string | null | undefined, unit: MoneyUnit | null | undefined): Yuan | null {
  return text == null ? null : (parseYuan(text, unit ?? 'YUAN') ?? text)
}
