import { accepted, type DeliveryResult, gone, refused, retry } from './delivery-result.ts'
import { exchange, type Fetch } from './http-exchange.ts'

export interface Sms {
  /** E.164: a plus sign, then 7 to 15 digits. */
  readonly to: string
  readonly body: string
  /** Ours, the same on every retry. */
  readonly reference: string
}

export type SmsPort = (sms: Sms) => Promise<DeliveryResult>

export interface TwilioConfig {
  /** `https://api.twilio.com`, or a gateway that speaks the same. */
  readonly url: string
  readonly accountSid: string
  readonly authToken: string
  /** A number, a sender name, or a messaging service (`MG...`). */
  readonly from: string
}

/** Twilio's own limit; longer texts come back as error 21617. */
const LONGEST_BODY = 1600
/** Invalid number, unreachable region of numbers, opted out, not a mobile number. */
const DEAD_NUMBER_CODES = [21211, 21217, 21610, 21614]

export function isE164(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text)
}

/**
 * Twilio has no idempotency key, so an answer lost on the way back may repeat one message; gateways of
 * the same shape may honour the `Idempotency-Key` given here.
 */
export function twilioSms(config: TwilioConfig, fetch: Fetch): SmsPort {
  return async (sms) => {
    const wrong = faultOf(sms)
    if (wrong !== null) return wrong
    const sent = await exchange(fetch, messagesUrl(config), {
      method: 'POST',
      headers: headersOf(config, sms),
      body: formOf(config, sms),
    })
    if (sent.kind === 'failed') return sent.result
    return resultOf(sent.response.status, fieldsOf(await textOf(sent.response)))
  }
}

function faultOf({ to, body, reference }: Sms): DeliveryResult | null {
  if (!isE164(to)) return gone('the number is not in E.164 form')
  if (body === '' || body.length > LONGEST_BODY) return refused('the text is empty or too long')
  return /^[\w.:-]{1,128}$/.test(reference) ? null : refused('the reference is malformed')
}

function messagesUrl({ url, accountSid }: TwilioConfig): string {
  const account = encodeURIComponent(accountSid)
  return `${url.replace(/\/+$/, '')}/2010-04-01/Accounts/${account}/Messages.json`
}

function headersOf({ accountSid, authToken }: TwilioConfig, sms: Sms): Record<string, string> {
  const login = Buffer.from(`${accountSid}:${authToken}`).toString('base64')
  return {
    Accept: 'application/json',
    Authorization: `Basic ${login}`,
    'Idempotency-Key': sms.reference,
  }
}

function formOf({ from }: TwilioConfig, { to, body }: Sms): URLSearchParams {
  const sender = from.startsWith('MG') ? 'MessagingServiceSid' : 'From'
  return new URLSearchParams({ To: to, [sender]: from, Body: body })
}

/** An answer cut short still has its status. */
async function textOf(response: Response): Promise<string> {
  return response.text().catch(() => '')
}

interface Answer {
  readonly sid: string | null
  readonly code: number | null
}

function fieldsOf(text: string): Answer {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null) return { sid: null, code: null }
  const sid: unknown = Reflect.get(value, 'sid')
  const code: unknown = Reflect.get(value, 'code')
  return {
    sid: typeof sid === 'string' && /^\w{1,64}$/.test(sid) ? sid : null,
    code: typeof code === 'number' ? code : null,
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A wrong password (401) is mended by the operator, not by the message: it is tried again. */
function resultOf(status: number, { sid, code }: Answer): DeliveryResult {
  if (status >= 200 && status < 300) return accepted(sid)
  const reason = `SMS provider answered ${status}${code === null ? '' : ` (${code})`}`
  if (code !== null && DEAD_NUMBER_CODES.includes(code)) return gone(reason)
  return status === 401 || status === 429 || status >= 500 ? retry(reason) : refused(reason)
}
