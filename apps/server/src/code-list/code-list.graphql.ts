import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import { codeProvenance, codesOf, isOfficial, PROVENANCES, type CodeList as List } from '@yilian/domain/code-list.ts'

import { builder } from '../graphql/builder.ts'
import { codeEnum, inLocale, localeArg } from '../graphql/text.ts'

const Provenance = codeEnum('Provenance', 'How well a list or an item was checked against a source.', PROVENANCES)

const CodeItem = builder.objectRef<{ list: List; code: string }>('CodeItem').implement({
  description: 'One code of a list.',
  fields: (t) => ({
    code: t.id({ description: 'The code.', resolve: ({ code }) => code }),
    label: t.string({
      description: 'What it means.',
      args: localeArg,
      resolve: ({ list, code }, args) => inLocale(list.items[code]!.label, args),
    }),
    provenance: t.field({
      type: Provenance,
      description: 'How well it was checked.',
      resolve: ({ list, code }) => codeProvenance(list, code),
    }),
    sources: t.stringList({
      description: 'Where it was read.',
      resolve: ({ list, code }) => [...(list.items[code]!.sources ?? list.sources)],
    }),
    official: t.boolean({
      description: 'It may be shown as one of the national standard: the list copies one, and the item was checked.',
      resolve: ({ list, code }) => isOfficial(list, code),
    }),
    validFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day it may be chosen; null: since ever.',
      resolve: ({ list, code }) => list.items[code]!.validFrom ?? null,
    }),
    validTo: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day it may no longer be chosen; null: no end. Old records keep it.',
      resolve: ({ list, code }) => list.items[code]!.validTo ?? null,
    }),
  }),
})

const CodeList = builder.objectRef<List>('CodeList').implement({
  description: 'A list of codes: what may be chosen in forms and files, with labels and where each comes from.',
  fields: (t) => ({
    name: t.id({ description: 'Its name, e.g. `institutionCategory`.', resolve: ({ name }) => name }),
    label: t.string({ description: 'What it lists.', args: localeArg, resolve: ({ label }, args) => inLocale(label, args) }),
    standard: t.string({
      nullable: true,
      description: 'The national standard it copies, e.g. WS 218-2002; null for the product’s own terms.',
      resolve: ({ standard }) => standard ?? null,
    }),
    provenance: t.field({
      type: Provenance,
      description: 'How well it was checked, where an item does not say otherwise.',
      resolve: ({ provenance }) => provenance,
    }),
    sources: t.stringList({ description: 'Where it was read.', resolve: ({ sources }) => [...sources] }),
    items: t.field({
      type: [CodeItem],
      description: 'Its codes, in order.',
      resolve: (list) => codesOf(list).map((code) => ({ list, code })),
    }),
  }),
})

builder.queryFields((t) => ({
  codeLists: t.field({
    type: [CodeList],
    authScopes: { signedIn: true },
    description: 'Every list of codes.',
    resolve: (): List[] => Object.values<List>(CODE_LISTS),
  }),
  codeList: t.field({
    type: CodeList,
    nullable: true,
    authScopes: { signedIn: true },
    description: 'One list of codes by its name; null when there is none.',
    args: { name: t.arg.string({ required: true, description: 'Its name.' }) },
    resolve: (_, { name }) => Object.values<List>(CODE_LISTS).find((list) => list.name === name) ?? null,
  }),
}))
