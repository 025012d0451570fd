import { errorAt, fail } from '@afterglow/engine'
import { backup, erasures } from './backup.ts'
import type { ServerCommand } from './command.ts'
import { resetStaffPassword } from './reset-password.ts'
import { resetFactor } from './reset-second-factor.ts'
import { restore } from './restore.ts'
import { retention } from './retention.ts'
import { rotateKeys } from './rotate-keys.ts'
import { setUpLink } from './set-up-link.ts'

export type { CommandRequest, Said, ServerCommand } from './command.ts'

/** What `afterglow` hands over to the server's part of it, by name. */
export const SERVER_COMMANDS = {
  backup: wordless(backup),
  erasures: wordless(erasures),
  restore,
  'rotate-keys': wordless(rotateKeys),
  'set-up-link': wordless(setUpLink),
  'reset-password': wordless(resetStaffPassword),
  'reset-second-factor': wordless(resetFactor),
  retention: wordless(retention),
} as const satisfies Readonly<Record<string, ServerCommand>>

export type ServerCommandName = keyof typeof SERVER_COMMANDS

/** A word too many may be a flag without its dashes, as in `retention dry-run`: then nothing is done. */
function wordless(command: ServerCommand): ServerCommand {
  return async (request) => {
    const [word] = request.words
    if (word === undefined) return command(request)
    return fail([errorAt(word, 'not-found', 'this command takes no words: flags begin with --')])
  }
}
