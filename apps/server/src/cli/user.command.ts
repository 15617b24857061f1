import type { Db } from '@yilian/database/db.ts'
import { normalUsername } from '@yilian/domain/access/username.ts'
import { passwordIssues } from '@yilian/domain/access/password.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { Command } from 'commander'
import { sql } from 'kysely'

import {
  accountIssues,
  disableAccount,
  enableAccount,
  insertAccount,
  isPasswordOf,
  passwordHash,
  resetPasswordTo,
  takenUsernames,
  unlockAccount,
} from '../sign-in/accounts.ts'
import { CommandFailed, failOn, recordAs, say, withDatabase } from './command-line.ts'
import { findUser } from './find-user.ts'
import { grantRole, type GrantOptions } from './grant.ts'
import { readPassword } from './read-password.ts'

/** `yilian user …`: accounts, from the machine itself. Passwords are typed or piped in. */
export function addUserCommands(program: Command): Command {
  const user = program.command('user').description('accounts')
  user
    .command('create <username>')
    .description('add an account; the password is asked for, or read from standard input')
    .requiredOption('--name <name>', 'the person’s name')
    .option('--no-change', 'the password need not be changed at the first sign-in')
    .action((username: string, options: { name: string; change: boolean }) => createUser(username, options))
  user
    .command('list')
    .description('show all accounts')
    .action(() => withDatabase(listUsers))
  user
    .command('reset-password <username>')
    .description('give an account a password that must be changed at the next sign-in; ends its sessions')
    .action(resetPassword)
  user.command('unlock <username>').description('let an account that is locked try again').action(unlockUser)
  user
    .command('disable [username]')
    .description('disable an account and end its sessions')
    .option('--demonstration', 'all accounts of the demonstration')
    .action(disableUsers)
  user.command('enable <username>').description('let a disabled account sign in again').action(enableUser)
  user
    .command('grant <username> <role>')
    .description('grant a role, such as SYSTEM_ADMINISTRATOR or BUREAU_OPERATOR')
    .requiredOption('--reason <text>', 'why')
    .option('--county <code>', 'over a county, by its six-digit code')
    .option('--department <name>', 'over a department of that county')
    .option('--alliance <code>', 'over an alliance, by its code')
    .option('--institution <code>', 'over an institution, by its code')
    .option('--work-area <area>', 'for bureau operators: ALLIANCE, PERSONNEL, CONSTRUCTION, INDICATORS or TASKS')
    .option('--from <day>', 'first day (today)')
    .option('--until <day>', 'last day (open)')
    .action((username: string, role: string, options: GrantOptions) => withDatabase((db) => grantRole(db, username, role, options)))
  return user
}

function createUser(text: string, { name, change: mustChangePassword }: { name: string; change: boolean }): Promise<void> {
  return withDatabase(async (db, { signIn }) => {
    const username = normalUsername(text)
    if ((await takenUsernames(db, [username])).length > 0) failOn([issue('username', 'USERNAME_TAKEN', { username })])
    const draft = { username, name, password: await readPassword() }
    failOn(accountIssues(draft, signIn.passwordRules))
    const hash = await passwordHash(draft.password)
    await recordAs(db, 'createUser', (trx, change) => insertAccount(trx, change, draft, hash, { mustChangePassword }))
    say(
      `${username} may sign in${mustChangePassword ? ' and must change the password first' : ''}. Grant a role with: pnpm yilian user grant ${username} …`,
    )
  })
}

async function listUsers(db: Db): Promise<void> {
  const { rows } = await sql<Record<string, string>>`
    select u.username, u.name, concat_ws(' ', u.status, case when u.locked_until > now() then 'LOCKED' end, case when u.demonstration then 'DEMONSTRATION' end) as status,
      coalesce(to_char(u.last_sign_in_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), '-') as seen,
      coalesce((select string_agg(concat_ws('/', g.role, g.work_area, nullif(g.scope_id, '*')), ' ' order by g.role, g.scope_id) from role_grant g
        where g.user_id = u.id and g.recorded_to is null and daterange(g.valid_from, g.valid_to) @> (now() at time zone 'Asia/Shanghai')::date), '-') as roles
    from user_account u order by u.username`.execute(db)
  if (rows.length === 0) say('There is no user yet.')
  for (const { username = '', name, status, seen, roles } of rows) say([username.padEnd(20), name, status, seen, roles].join('  '))
}

function resetPassword(username: string): Promise<void> {
  return withDatabase(async (db, { signIn }) => {
    const user = await findUser(db, username)
    const password = await readPassword()
    const isSame = await isPasswordOf(db, user.id, password)
    failOn(passwordIssues({ password, username: user.username, ...(isSame && { previous: password }) }, signIn.passwordRules))
    const hash = await passwordHash(password)
    await recordAs(db, 'resetPassword', async (trx, change) => {
      await resetPasswordTo(trx, user.id, hash, new Date())
      change.others.add(user.id)
    })
    say(`${user.username} must change the password at the next sign-in; all sessions have ended.`)
  })
}

function unlockUser(username: string): Promise<void> {
  return withDatabase(async (db) => {
    const user = await findUser(db, username)
    await recordAs(db, 'unlockUser', async (trx, change) => {
      await unlockAccount(trx, user.id)
      change.others.add(user.id)
    })
    say(`${user.username} may try again.`)
  })
}

function disableUsers(username: string | undefined, { demonstration = false }: { demonstration?: boolean }): Promise<void> {
  return withDatabase(async (db) => {
    if (demonstration === (username !== undefined)) throw new CommandFailed('Name one user, or say --demonstration.')
    const users =
      username === undefined
        ? await db
            .selectFrom('userAccount')
            .select(['id', 'username'])
            .where('demonstration', '=', true)
            .where('status', '=', 'ACTIVE')
            .execute()
        : [await findUser(db, username)]
    if (users.length === 0) return say('There is none to disable.')
    await recordAs(db, 'disableUser', async (trx, change) => {
      for (const { id } of users) {
        await disableAccount(trx, id)
        change.others.add(id)
      }
    })
    say(`Disabled: ${users.map((one) => one.username).join(', ')}.`)
  })
}

function enableUser(username: string): Promise<void> {
  return withDatabase(async (db) => {
    const user = await findUser(db, username)
    await recordAs(db, 'enableUser', async (trx, change) => {
      await enableAccount(trx, user.id)
      change.others.add(user.id)
    })
    say(`${user.username} may sign in again.`)
  })
}
