import { supersededChanges } from '@yilian/database/undo.ts'
import { isUndoable } from '@yilian/domain/commands.ts'

import { defineCommand } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { loaderFor } from '../graphql/moment.ts'
import { Change, changeSeen } from './change.graphql.ts'
import { changesUndoing } from './change.queries.ts'
import { undoChange, type UndoChange } from './undo.commands.ts'

defineCommand<UndoChange>({
  name: 'undoChange',
  description:
    '撤回变更: every fact that the change touched is again as it was just before it, recorded as a correction: nothing is deleted, and what was known between stays readable as known then. Only while no later change touched any of them (`Change.undoable`), else `StaleVersion` with those changes. An undo can be undone. What the system loaded itself cannot.',
  correction: true,
  fields: (t) => ({ changeId: t.id({ required: true, description: 'The change, a `Change.id`.' }) }),
  body: undoChange,
})

builder.objectFields(Change, (t) => ({
  undoable: t.boolean({
    description:
      'Whether `undoChange` may be tried: no later change touched any of its facts. The rules may still refuse it, when what it created is in use.',
    resolve: async ({ number, command }, _, context) => {
      if (!isUndoable(command)) return false
      const superseded = loaderFor(context, 'supersededChanges', null, async (numbers) => {
        const found = await supersededChanges(context.db, numbers.map(Number))
        return new Map(numbers.map((one) => [one, found.has(Number(one))]))
      })
      return (await superseded.load(String(number))) === false
    },
  }),
  undoes: t.field({
    type: Change,
    nullable: true,
    description: 'The change that this one undid.',
    resolve: ({ undoes }, _, context) => (undoes === null ? null : changeSeen(context, undoes)),
  }),
  undoneBy: t.field({
    type: Change,
    nullable: true,
    description: 'The change that undid this one; null while it stands.',
    resolve: ({ number }, _, context) =>
      loaderFor(context, 'changesUndoing', null, (numbers) => changesUndoing(context, numbers)).load(String(number)),
  }),
}))
