import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { stdin, stdout } from 'node:process'

import { CommandFailed } from './command-line.ts'

/** A password from the terminal, typed twice without being shown, or from the first line of what is piped in. Never from arguments: those everybody on the machine can see. */
export async function readPassword(): Promise<string> {
  if (!stdin.isTTY) return firstLine()
  const password = await ask('Password (not shown): ')
  if ((await ask('Once more: ')) !== password) throw new CommandFailed('The two are not the same: try again.')
  return password
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: stdin, terminal: false })
  for await (const line of lines) {
    lines.close()
    return line
  }
  throw new CommandFailed('There is no password: type it, or pipe it in.')
}

async function ask(question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true })
  stdout.write(question)
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('SIGINT', () => reject(new CommandFailed('Nothing was changed.')))
      lines.once('close', () => reject(new CommandFailed('Nothing was changed.')))
      lines.question('').then(resolve, reject)
    })
  } finally {
    lines.close()
    stdout.write('\n')
  }
}
