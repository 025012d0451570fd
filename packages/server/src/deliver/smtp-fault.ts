import { type DeliveryResult, gone, refused, retry } from './delivery-result.ts'
import { faultCode } from './http-exchange.ts'

interface Reply {
  readonly code: number | null
  /** RFC 3463, such as 5.1.1. */
  readonly status: string | null
  /** The command that the server answered. */
  readonly command: string
}

const MESSAGE_COMMANDS = ['MAIL FROM', 'RCPT TO', 'DATA']
/** Said of the sender, which is ours and may be mended (RFC 3463, 3.2). */
const SENDER_STATUSES = ['5.1.7', '5.1.8']
/** "Mailbox unavailable", "not local", "name not allowed" (RFC 5321, 4.2.3). */
const MAILBOX_CODES = [550, 551, 553]

/**
 * What an error of nodemailer means for the message. A 5xx before MAIL FROM judges our connection or
 * password and not this message, so it is tried again: a changed password must not lose a day's mail.
 */
export function smtpFault(error: unknown): DeliveryResult {
  const reply = replyOf(error)
  if (reply.code === null) return unanswered(error)
  const reason = `SMTP ${[reply.code, reply.status, reply.command].filter(Boolean).join(' ')}`
  if (reply.code < 500 || !MESSAGE_COMMANDS.includes(reply.command)) return retry(reason)
  return reply.command === 'RCPT TO' && isDeadMailbox(reply) ? gone(reason) : refused(reason)
}

/** 5.2.1 is a mailbox that was closed; any other enhanced status, 5.7.1 above all, is policy. */
function isDeadMailbox({ code, status }: Reply): boolean {
  if (status === null) return code !== null && MAILBOX_CODES.includes(code)
  if (SENDER_STATUSES.includes(status)) return false
  return status.startsWith('5.1.') || status === '5.2.1'
}

function unanswered(error: unknown): DeliveryResult {
  const code = faultCode(error)
  const ours = code === 'EENVELOPE' || code === 'EMESSAGE'
  return ours ? refused(`the message cannot be sent (${code})`) : retry(`no mail server (${code})`)
}

function replyOf(error: unknown): Reply {
  const responseCode = fieldOf(error, 'responseCode')
  const response = fieldOf(error, 'response')
  const command = fieldOf(error, 'command')
  const text = typeof response === 'string' ? response : ''
  return {
    code: typeof responseCode === 'number' ? responseCode : null,
    status: /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1] ?? null,
    command: typeof command === 'string' && /^[A-Z0-9 -]{1,20}$/.test(command) ? command : '',
  }
}

function fieldOf(error: unknown, name: string): unknown {
  return error instanceof Error ? Reflect.get(error, name) : undefined
}
