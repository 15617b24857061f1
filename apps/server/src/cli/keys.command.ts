import type { Command } from 'commander'

import { newKey } from '../keys/keys.ts'
import { say, withDatabase } from './command-line.ts'
import { rotateKeys } from './keys-rotate.ts'

/** `yilian keys …`. */
export function addKeyCommands(program: Command): Command {
  const keys = program.command('keys').description('the keys of the installation')
  keys
    .command('new')
    .description('print a new key for YILIAN_KEYS; nothing is stored, so keep a copy in a safe place')
    .action(() => say(newKey()))
  keys
    .command('rotate')
    .description('encrypt with the first key of YILIAN_KEYS what older ones have encrypted, so that they can be taken away')
    .action(() => withDatabase(rotateKeys))
  return keys
}
