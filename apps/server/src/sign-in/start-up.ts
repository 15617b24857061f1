import type { Db } from '@yilian/database/db.ts'

import type { Log } from '../log.ts'
import { addDemonstrationAccounts, demonstrationAccounts, hasActiveDemonstration } from './demonstration.ts'

/** The server would let in everybody who knows the demonstration's password. The message is one line: what is wrong and what to do. */
export class DemonstrationInProduction extends Error {
  override readonly name = 'DemonstrationInProduction'
}

/** Makes the demonstration's accounts where they are wanted, and sees to it that nobody serves them by mistake. */
export async function prepareAccounts(
  db: Db,
  { isDemo, production, log }: { isDemo: boolean; production: boolean; log: Log },
): Promise<void> {
  if (isDemo) {
    if (await addDemonstrationAccounts(db)) log.info('made the accounts of the demonstration')
    return
  }
  if (!(await hasActiveDemonstration(db))) return
  const remedy = 'disable them with pnpm yilian user disable --demonstration'
  if (production)
    throw new DemonstrationInProduction(
      `This database has active accounts of the demonstration, whose password everybody knows: ${remedy}, or start with --demo.`,
    )
  log.warn(`There are active accounts of the demonstration, whose password everybody knows: ${remedy}.`)
}

/** What a person at the terminal reads once the server is ready: where to look, and how to come in. */
export async function welcome(
  db: Db,
  { url, setUpCode, isDemo }: { url: string; setUpCode: string | null; isDemo: boolean },
): Promise<string> {
  const ready = [`医联已就绪，请在浏览器中打开 ${url}/ （按 Ctrl-C 停止）`, `Yilian is ready: open ${url}/ in a browser (Ctrl-C stops it)`]
  const setUp = setUpCode
    ? [
        '',
        `系统尚无用户：请在浏览器中打开 ${url}/ 进行初始设置；从其他计算机打开时，设置码为 ${setUpCode}`,
        `There is no user yet: open ${url}/ to set up; from another machine, the code is ${setUpCode}`,
      ]
    : []
  const accounts = isDemo ? await demonstrationAccounts(db) : []
  const rows = accounts.map(
    ({ username, password, name, role }) => `  ${username.padEnd(14)} ${password}  ${name}  ${role.zh} / ${role.en}`,
  )
  const demonstration =
    rows.length > 0 ? ['', '演示账号（用户名、密码） / Accounts of the demonstration (user name, password):', ...rows] : []
  return `\n${[...ready, ...setUp, ...demonstration].join('\n')}\n\n`
}
