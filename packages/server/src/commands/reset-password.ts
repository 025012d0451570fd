import { fail, type Result, succeed } from '@afterglow/engine'
import { resetPassword } from '../auth/password-reset.ts'
import { baseUrlOf } from '../config.ts'
import { consoleLink } from '../console-link.ts'
import { timestampOf } from '../store/database.ts'
import {
  type CommandRequest,
  counted,
  needed,
  requireCurrentSchema,
  type Said,
  withStore,
} from './command.ts'

/** `afterglow reset-password --email ADDRESS` */
export async function resetStaffPassword(request: CommandRequest): Promise<Result<Said>> {
  const email = needed(request, 'email', 'ADDRESS')
  if (!email.ok) return email
  return withStore(request, { alone: false }, async (open) => {
    const there = await requireCurrentSchema(open)
    if (!there.ok) return there
    const { db, config } = open
    const reset = await resetPassword({ db, now: request.now }, email.value)
    if (!reset.ok) return fail(reset.issues.map((issue) => ({ ...issue, expression: '--email' })))
    const { token, expiresAt, ...gone } = reset.value
    const link = consoleLink(baseUrlOf(config), `new-password/${token}`)
    return succeed(said(gone, link, timestampOf(expiresAt)))
  })
}

function said(
  gone: { readonly name: string; readonly email: string; readonly sessions: number },
  link: string,
  expiresAt: string,
): Said {
  const lines = [
    `${gone.name} (${gone.email}) has no password now, and ${counted(gone.sessions, 'session')} ended. By this link they choose a new`,
    'one, once and within 24 hours; whoever has it can, so give it to nobody else:',
    `  ${link}`,
    'Their second factor stays: the next sign-in asks for it. It stands in the audit of their clinic.',
  ]
  return { text: `${lines.join('\n')}\n`, json: { ...gone, link, expiresAt } }
}
