import { Command } from 'commander'

import { runProgram } from './command-line.ts'
import { addAuditCommands } from './audit.command.ts'
import { addKeyCommands } from './keys.command.ts'
import { addUserCommands } from './user.command.ts'

/**
 * `pnpm yilian …`: what is done from the machine itself. Uses the same settings as the server, and its database whether or not it runs.
 * A group of subcommands is one file, `x.command.ts`, and its line below.
 */
const program = new Command('yilian').description('Yilian from the command line').helpCommand(false)
addUserCommands(program)
addKeyCommands(program)
addAuditCommands(program)

await runProgram(() => program.parseAsync())
