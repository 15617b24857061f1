import { readdir, readFile } from 'node:fs/promises'

/** Clock ticks a second in `/proc`: the kernel shows 100 to every program, whatever it uses itself. */
const TICKS = 100

/**
 * Milliseconds of processor time that a process and its children have used so far; `NaN` where there is no `/proc`. Unlike requests a
 * second this hardly depends on what else the machine does.
 */
export async function processorTime(pid: number): Promise<number> {
  try {
    const children = await Promise.all((await childrenOf(pid)).map((child) => usedBy(child, [USER, SYSTEM])))
    return children.reduce((sum, one) => sum + one, await usedBy(pid, [USER, SYSTEM, ENDED_USER, ENDED_SYSTEM]))
  } catch {
    return Number.NaN
  }
}

// Fields of `/proc/…/stat` after the name: the time of the process itself, and of its children that have ended.
const [USER, SYSTEM, ENDED_USER, ENDED_SYSTEM] = [11, 12, 13, 14]

async function usedBy(pid: number, which: readonly number[]): Promise<number> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The name, in brackets, may hold blanks.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return which.reduce((sum, field) => sum + (Number(fields[field] ?? 0) * 1000) / TICKS, 0)
}

async function childrenOf(pid: number): Promise<number[]> {
  const tasks = await readdir(`/proc/${pid}/task`)
  const lists = await Promise.all(tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8')))
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number))
}
