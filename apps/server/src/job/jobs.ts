import { sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'

/** Work that goes on after the request that asked for it was answered. Its state is kept by the feature, in its own table. */
export interface Jobs {
  /**
   * Takes a job: `begin` puts its state into the database, `work` is done when its turn comes, one job at a time. Answers what `begin`
   * answered, or `BUSY` (and does nothing) when too many wait already. `work` must not throw: what goes wrong is a state of the job.
   */
  start<T>(id: string, begin: () => Promise<T>, work: (signal: AbortSignal) => Promise<void>): Promise<T | 'BUSY'>
  /** Tells a job of this process to stop; `false` when there is none of this id. It stops at the next chance. */
  cancel(id: string): boolean
  /** Kept when nothing is under way or waiting. */
  idle(): Promise<void>
  /** Stops every job and waits until they have. */
  close(): Promise<void>
}

export interface JobOptions {
  readonly db: Db
  readonly log: { error(fields: object, message: string): void }
  /** Jobs that may wait beside the one under way. */
  readonly waiting?: number
}

/** The jobs of this process. Each holds a mark in the database for as long as it lives, so that a job that died is known for dead. */
export function createJobs({ db, log, waiting = 4 }: JobOptions): Jobs {
  const stops = new Map<string, AbortController>()
  const marks = createMarks(db)
  let last: Promise<void> = Promise.resolve()

  async function take(id: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    try {
      await work(stops.get(id)!.signal)
    } catch (error) {
      log.error({ err: error, job: id }, 'a job failed')
    } finally {
      stops.delete(id)
      await marks.release(id).catch((error: unknown) => log.error({ err: error, job: id }, 'a job left its mark'))
    }
  }

  return {
    async start(id, begin, work) {
      if (stops.size > waiting) return 'BUSY'
      stops.set(id, new AbortController())
      try {
        await marks.hold(id)
        const begun = await begin()
        last = last.then(() => take(id, work))
        return begun
      } catch (error) {
        stops.delete(id)
        await marks.release(id)
        throw error
      }
    },
    cancel(id) {
      const stop = stops.get(id)
      stop?.abort(new JobStopped('CANCELLED'))
      return stop !== undefined
    },
    async idle() {
      for (let seen = null; seen !== last;) await (seen = last)
    },
    async close() {
      for (const stop of stops.values()) stop.abort(new JobStopped('SHUT_DOWN'))
      await last
    },
  }
}

/** Why a job's signal was aborted: somebody cancelled it, or the program ends. */
export class JobStopped extends Error {
  override readonly name = 'JobStopped'
  readonly reason: 'CANCELLED' | 'SHUT_DOWN'
  constructor(reason: 'CANCELLED' | 'SHUT_DOWN' = 'CANCELLED') {
    super(reason)
    this.reason = reason
  }
}

const SPACE = sql`hashtext('yilian job')`

/** Of these jobs, those that no living process has. */
export async function deadJobs(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{
    id: string
  }>`select id from unnest(${ids}::text[]) as j(id) where pg_try_advisory_xact_lock(${SPACE}, hashtext(id))`.execute(db)
  return rows.map(({ id }) => id)
}

/** Marks are locks of one connection, held while there is any job: PostgreSQL takes them away from a process that dies. */
function createMarks(db: Db): { hold(id: string): Promise<void>; release(id: string): Promise<void> } {
  const held = new Set<string>()
  let open: { connection: Promise<Db>; close: () => void; closed: Promise<void> } | null = null

  function connect(): { connection: Promise<Db>; close: () => void; closed: Promise<void> } {
    const connection = Promise.withResolvers<Db>()
    const end = Promise.withResolvers<void>()
    const closed = db.connection().execute(async (own) => {
      connection.resolve(own)
      await end.promise
    })
    closed.catch(connection.reject)
    return { connection: connection.promise, close: () => end.resolve(), closed }
  }

  /** Gives the connection back to the pool; locks that are left on it go with a connection that broke. */
  async function disconnect(): Promise<void> {
    const closing = open
    open = null
    closing?.close()
    await closing?.closed.catch(() => undefined)
  }

  return {
    async hold(id) {
      held.add(id)
      open ??= connect()
      try {
        await sql`select pg_advisory_lock(${SPACE}, hashtext(${id}))`.execute(await open.connection)
      } catch (error) {
        held.delete(id)
        await disconnect()
        throw error
      }
    },
    async release(id) {
      if (!held.delete(id) || open === null) return
      try {
        await sql`select pg_advisory_unlock(${SPACE}, hashtext(${id}))`.execute(await open.connection)
      } finally {
        if (held.size === 0) await disconnect()
      }
    },
  }
}
