import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Options } from 'nodemailer/lib/smtp-pool/index.js'
import { accepted, type DeliveryResult, refused } from './delivery-result.ts'
import { smtpFault } from './smtp-fault.ts'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** `<local@domain>`, the same on every retry, so that a repeated message can be told from a new one. */
  readonly messageId: string
  /** Answers a POST without sign-in (RFC 8058). */
  readonly listUnsubscribeUrl?: string
  readonly locale: string
  readonly inReplyTo?: string
}

export interface MailerConfig {
  /** `smtp://user:pass@host:port` or `smtps://...`; without a query. */
  readonly url: string
  /** An address, or `Name <address>`. */
  readonly from: string
  /** Plain text is spoken to nobody but this machine, unless this is false. */
  readonly requireTls?: boolean
}

export interface Mailer {
  readonly send: (mail: Mail) => Promise<DeliveryResult>
  readonly close: () => void
}

const PATIENCE = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 10_000,
  socketTimeout: 30_000,
}
/** Our queue repeats, with the same Message-ID; the pool must not repeat behind its back. */
const ONE_ATTEMPT = { maxRequeues: 0 }
const MESSAGE_ID = /^<[^\s<>@]{1,200}@[^\s<>@]{1,200}>$/
const ADDRESS = /^[^\s,;:<>()[\]\\"@]{1,64}@[^\s,;:<>()[\]\\"@]{1,255}$/u
const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

export function createMailer(config: MailerConfig): Mailer {
  const transport = createTransport(poolOptions(config))
  return {
    send: async (mail) => {
      const wrong = faultOf(mail)
      if (wrong !== null) return refused(wrong)
      try {
        await transport.sendMail({ ...envelopeOf(mail, config.from), headers: headersOf(mail) })
        return accepted(mail.messageId)
      } catch (error) {
        return smtpFault(error)
      }
    },
    close: () => transport.close(),
  }
}

/** Read here, not by nodemailer: its reader takes any option from the query, `tls.rejectUnauthorized` included. */
function poolOptions(config: MailerConfig): Options {
  const url = new URL(config.url)
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') throw new Error('not an SMTP URL')
  if (url.search !== '' || url.hostname === '')
    throw new Error('an SMTP URL is host, port and login')
  const secure = url.protocol === 'smtps:'
  return {
    pool: true,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && (config.requireTls ?? !isThisMachine(url.hostname)),
    ...loginOf(url),
    ...PATIENCE,
    ...ONE_ATTEMPT,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function loginOf(url: URL): Pick<Options, 'auth'> {
  if (url.username === '') return {}
  return {
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
  }
}

function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

function faultOf(mail: Mail): string | null {
  const { to, subject, messageId, listUnsubscribeUrl, locale, inReplyTo } = mail
  const fields = [to, subject, messageId, listUnsubscribeUrl ?? '', locale, inReplyTo ?? '']
  if (fields.some((field) => /[\p{Cc}\u2028\u2029]/u.test(field)))
    return 'a header field holds a line break or a control character'
  if (!ADDRESS.test(to)) return 'the recipient is not one address'
  if (![messageId, inReplyTo ?? messageId].every((id) => MESSAGE_ID.test(id)))
    return 'the message id is malformed'
  if (!LOCALE.test(locale)) return 'the locale is malformed'
  if (listUnsubscribeUrl !== undefined && !isWebUrl(listUnsubscribeUrl))
    return 'the unsubscribe address is not a web address'
  return null
}

function isWebUrl(text: string): boolean {
  return /^https?:\/\/[^\s<>,]+$/.test(text) && URL.canParse(text)
}

function envelopeOf(mail: Mail, from: string): SendMailOptions {
  return {
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    ...(mail.inReplyTo === undefined
      ? {}
      : { inReplyTo: mail.inReplyTo, references: mail.inReplyTo }),
    xMailer: false,
  }
}

/** RFC 8058 holds for https alone, and wants both headers under the relay's DKIM signature. */
function headersOf(mail: Mail): Record<string, string> {
  const url = mail.listUnsubscribeUrl
  return {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'Content-Language': mail.locale,
    ...(url === undefined ? {} : { 'List-Unsubscribe': `<${url}>` }),
    ...(url?.startsWith('https://') === true
      ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {}),
  }
}
