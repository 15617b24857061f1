import { auditHead } from '@yilian/database/audit-verify.ts'
import type { Db } from '@yilian/database/db.ts'

const HOUR = 3_600_000

export interface HeadLog {
  info(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** The newest block is told for as long as this is not stopped. */
export interface NotedHeads {
  /** Tells it once more. */
  stop(): Promise<void>
}

/** Writes the newest block to the log now, every hour, and when stopped: a log kept elsewhere then proves that nothing before it was removed. */
export async function noteHeads(db: Db, log: HeadLog, milliseconds = HOUR): Promise<NotedHeads> {
  async function note(): Promise<void> {
    try {
      const head = await auditHead(db)
      if (head) log.info({ head: `${head.number}:${head.hash}` }, 'audit head')
    } catch (error) {
      log.error({ err: error }, 'the audit head was not read')
    }
  }
  await note()
  const timer = setInterval(() => void note(), milliseconds).unref()
  return {
    async stop() {
      clearInterval(timer)
      await note()
    },
  }
}
