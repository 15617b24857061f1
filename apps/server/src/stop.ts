import type { Log } from './log.ts'

/** Two signals closer than this are one press of Ctrl-C: package runners pass theirs on to a program that has it already. */
const ONE_PRESS_MILLISECONDS = 500

export interface Stop {
  /** Kept when the program has been asked to stop. */
  readonly wanted: Promise<void>
  readonly asked: boolean
}

/** Listens for Ctrl-C, a supervisor's stop and a closed terminal. The second Ctrl-C ends the program at once (exit code 130). */
export function onStop(log: Log): Stop {
  let askedAt: number | null = null
  const wanted = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (askedAt === null) {
          askedAt = performance.now()
          log.info('stopping; Ctrl-C again ends at once')
          resolve()
        } else if (performance.now() - askedAt > ONE_PRESS_MILLISECONDS) {
          process.exit(130)
        }
      })
    }
  })
  return {
    wanted,
    get asked() {
      return askedAt !== null
    },
  }
}
