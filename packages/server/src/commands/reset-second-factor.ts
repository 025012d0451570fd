import { fail, type Result, succeed } from '@afterglow/engine'
import { type FactorsReset, resetSecondFactor } from '../auth/second-factor-reset.ts'
import {
  type CommandRequest,
  counted,
  needed,
  requireCurrentSchema,
  type Said,
  withStore,
} from './command.ts'

/** `afterglow reset-second-factor --email ADDRESS` */
export async function resetFactor(request: CommandRequest): Promise<Result<Said>> {
  const email = needed(request, 'email', 'ADDRESS')
  if (!email.ok) return email
  return withStore(request, { alone: false }, async (open) => {
    const there = await requireCurrentSchema(open)
    if (!there.ok) return there
    const { db } = open
    const reset = await resetSecondFactor({ db, now: request.now }, email.value)
    if (reset.ok) return succeed(said(reset.value))
    return fail(reset.issues.map((issue) => ({ ...issue, expression: '--email' })))
  })
}

function said(reset: FactorsReset): Said {
  const { name, email, passkeys, sessions } = reset
  const lines = [
    `${name} (${email}) has no second factor now: authenticator app, recovery codes and ${counted(passkeys, 'passkey')} are gone, ${counted(sessions, 'session')} ended.`,
    'The next sign-in with their password sets up a new one, whoever it is that knows the password: have them do it now.',
    'It stands in the audit of their clinic.',
  ]
  return { text: `${lines.join('\n')}\n`, json: reset }
}
