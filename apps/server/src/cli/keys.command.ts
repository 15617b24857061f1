import type { Command } from 'commander'

import { newKey } from '../keys/keys.ts'
import { say } from './command-line.ts'

/** `yilian keys …`. */
export function addKeyCommands(program: Command): Command {
  const keys = program.command('keys').description('the keys of the installation')
  keys
    .command('new')
    .description('print a new key for YILIAN_KEYS; nothing is stored, so keep a copy in a safe place')
    .action(() => say(newKey()))
  return keys
}
