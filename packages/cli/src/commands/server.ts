import { done } from '@afterglow/ledger'
import type { ServerCommandName } from '@afterglow/server/commands'
import type { Command } from '../answer.ts'

/** A command of the server, fetched when it is asked for: a plan should not wait for a database to be read. */
export function handedToServer(name: ServerCommandName): Command {
  return async ({ words, flags, io }) => {
    const { SERVER_COMMANDS } = await import('@afterglow/server/commands')
    const { environment, now } = io
    const result = await SERVER_COMMANDS[name]({ words, flags, environment, now })
    if (!result.ok) return result
    const { text, json } = result.value
    return done({ text: () => text, json: () => json })
  }
}
