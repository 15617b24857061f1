import { type Logger, pino } from 'pino'

export type Log = Logger

export interface LogOptions {
  level: string
  /** Lines for a person at a terminal instead of one JSON object per line. */
  readable: boolean
  /** Where lines go; standard output unless told. */
  write?: (line: string) => void
}

/** The program's log. Passwords in addresses are hidden wherever they turn up, in messages, values and stack traces. */
export function createLog({ level, readable, write = (line) => process.stdout.write(line) }: LogOptions): Log {
  const stream = { write: (line: string) => write(withoutSecrets(readable ? readableLine(line) : line)) }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } }, stream)
}

/** `postgresql://county:secret@host/db` → `postgresql://county:***@host/db`; a `password=` in an address likewise. */
export function withoutSecrets(text: string): string {
  return text.replaceAll(/(\w+:\/\/[^\s:/@"]*:)[^\s/"]*@/g, '$1***@').replaceAll(/([?&]password=)[^&\s"]*/gi, '$1***')
}

/** `08:00:00 info  the message  name=value`, with a stack trace on lines of its own. */
function readableLine(json: string): string {
  const { level, time, msg, err, ...rest }: Record<string, unknown> = JSON.parse(json)
  const values = Object.entries(rest).map(([name, value]) => `  ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
  const stack = typeof err === 'object' && err && 'stack' in err ? `\n${String(err.stack)}` : ''
  return `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${typeof msg === 'string' ? msg : ''}${values.join('')}${stack}\n`
}
