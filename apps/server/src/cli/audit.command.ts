import { pruneAudit, TooEarlyToPrune } from '@yilian/database/audit-prune.ts'
import type { AuditHead } from '@yilian/database/audit-verify.ts'
import type { Db } from '@yilian/database/db.ts'
import { isIsoDate } from '@yilian/domain/day.ts'
import type { Command } from 'commander'

import { problemText, recordedVerification } from '../audit/audit-verification.ts'
import { commandLineActor, CommandFailed, say, withDatabase } from './command-line.ts'

const DAY = 86_400_000

/** `yilian audit …`: from cron, as a rule. */
export function addAuditCommands(program: Command): Command {
  const audit = program.command('audit').description('the record of everything that happened')
  audit
    .command('verify')
    .description('see whether the audit is whole and every row as it says; ends with exit code 1 and a line for each problem else')
    .option('--head <number:hash>', 'a block that was noted before, as the server logs it, which must still be there')
    .action(({ head }: { head?: string }) => withDatabase((db) => verify(db, head === undefined ? null : headOf(head))))
  audit
    .command('prune')
    .description('remove entries older than AUDIT_KEEP_DAYS, but for the last of each row that is still there')
    .option('--before <day>', 'remove those from before this day instead; six months are kept whatever it says')
    .action(({ before }: { before?: string }) => withDatabase((_, { auditKeepDays }, owner) => prune(owner, auditKeepDays, before)))
  return audit
}

async function verify(db: Db, noted: AuditHead | null): Promise<void> {
  const { id, name } = commandLineActor()
  const found = await recordedVerification(db, { actorId: id, actorName: name, address: null, requestId: null }, noted)
  const { problems, blocks, entries, outsideCount, outside, head } = found
  say(`${entries} entries in ${blocks} blocks${head ? `; head ${head.number}:${head.hash}` : ''}`)
  if (outsideCount > 0) {
    const [newest] = outside
    say(`Made outside the application: ${outsideCount} changes, the last on ${newest!.at} by ${newest!.databaseUser} in ${newest!.table}.`)
  }
  if (problems.length === 0) return
  throw new CommandFailed(
    problems
      .map((problem) => problemText(problem))
      .map(({ zh, en }) => `${zh} ${en}`)
      .join('\n'),
  )
}

function headOf(text: string): AuditHead {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text) ?? []
  if (number === undefined || hash === undefined)
    throw new CommandFailed(`${text} is no head: write it as the server logs it, 123:9f86d0….`)
  return { number: Number(number), hash }
}

async function prune(owner: Db, keepDays: number, day: string | undefined): Promise<void> {
  if (day !== undefined && !isIsoDate(day)) throw new CommandFailed(`${day} is no day: write it as 2026-11-25.`)
  if (day === undefined && keepDays === 0)
    throw new CommandFailed('All entries are kept: set AUDIT_KEEP_DAYS, or name a day with --before.')
  const now = new Date()
  const before = day === undefined ? new Date(now.getTime() - keepDays * DAY) : new Date(`${day}T00:00:00+08:00`)
  try {
    const { removed, kept, throughBlock } = await pruneAudit(owner, { actor: commandLineActor(), before, now })
    say(
      throughBlock === 0
        ? 'Nothing is old enough.'
        : `Removed ${removed} entries up to block ${throughBlock}, and kept ${kept}: the last of rows that are still there.`,
    )
  } catch (error) {
    if (error instanceof TooEarlyToPrune) throw new CommandFailed(error.message)
    throw error
  }
}
