import { backup, erasures } from './backup.ts'
import type { ServerCommand } from './command.ts'
import { restore } from './restore.ts'
import { rotateKeys } from './rotate-keys.ts'

export type { CommandRequest, Said, ServerCommand } from './command.ts'

/** What `afterglow` hands over to the server's part of it, by name. */
export const SERVER_COMMANDS = {
  backup,
  erasures,
  restore,
  'rotate-keys': rotateKeys,
} as const satisfies Readonly<Record<string, ServerCommand>>

export type ServerCommandName = keyof typeof SERVER_COMMANDS
