import { PERSONAL_FIELDS } from '@yilian/domain/personal-data.ts'

import { InputRefusedType } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { codeEnum } from '../graphql/text.ts'
import { revealPersonalData, type RevealOutcome } from './reveal.ts'

export const PersonalFieldEnum = codeEnum('PersonalField', 'Personal data that are kept encrypted and shown masked.', PERSONAL_FIELDS)

const Revealed = builder.objectRef<{ value: string }>('Revealed').implement({
  description: 'The value in clear. That it was shown is on record.',
  fields: (t) => ({ value: t.exposeString('value', { description: 'The phone or identity number.' }) }),
})

const RevealResult = builder.unionType('RevealResult', {
  description: 'The value, or why it is not shown.',
  types: [Revealed, InputRefusedType],
  resolveType: (value) => (value as RevealOutcome).outcome,
})

const RevealInput = builder.inputType('RevealPersonalDataInput', {
  description: 'Whose, what, and why.',
  fields: (t) => ({
    userId: t.id({ description: 'The account, or' }),
    personId: t.id({ description: 'the person on the staff: one of the two.' }),
    field: t.field({ type: PersonalFieldEnum, required: true, description: 'What to show.' }),
    reason: t.string({ required: true, description: 'Why, for the audit; at most 500 characters.' }),
  }),
})

builder.mutationField('revealPersonalData', (t) =>
  t.field({
    type: RevealResult,
    authScopes: { inPerson: true },
    description:
      '查看全文: a phone or identity number in clear, of other accounts with `user.reveal`, of staff with `staff.reveal`, and one’s own. With a reason, and on record. Not by token.',
    args: { input: t.arg({ type: RevealInput, required: true, description: 'Whose, what, and why.' }) },
    resolve: (_, { input }, context) =>
      revealPersonalData(context, { ...input, userId: optionalId(input.userId), personId: optionalId(input.personId) }),
  }),
)

function optionalId(id: string | null | undefined): string | null {
  return id == null ? null : uuidOf(id)
}
