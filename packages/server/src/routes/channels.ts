import { z } from '@hono/zod-openapi'
import { consoleLink } from '../console-link.ts'
import { TESTED, testChannel, type Tested } from '../deliver/channel-test.ts'
import { localeOf } from '../deliver/message-of.ts'
import type { Principal } from '../http/principal.ts'
import { done, invalidAt, notFound, problem, type Problem, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, OWNER, param, type Route } from '../http/route.ts'
import { readClinic } from '../store/clinic-settings.ts'
import { inScope, isUuid } from '../store/database.ts'
import { CHANNELS, type Channel } from '../store/patient-record.ts'

const list = defineRoute(
  {
    method: 'get',
    path: '/channels',
    summary: 'By what messages can leave: what this server is set up for',
    tag: 'Clinic',
    access: OWNER,
    action: 'channel.list',
    replies: {
      200: z.object({
        items: z.array(z.object({ channel: z.enum(CHANNELS), isSetUp: z.boolean() })),
        next: z.null(),
      }),
    },
  },
  async ({ deps }) => {
    const items = CHANNELS.map((channel) => ({ channel, isSetUp: isSetUp(deps, channel) }))
    return done({ items, next: null })
  },
)

const test = defineRoute(
  {
    method: 'post',
    path: '/channels/{channel}/test',
    summary:
      'Send one message that tells nothing, at once: by mail to the address you sign in with, by SMS to a number',
    tag: 'Clinic',
    access: OWNER,
    namedPerson: true,
    action: 'channel.test',
    apart: true,
    triesPer10Min: 10,
    body: z.strictObject({
      to: z
        .string()
        .regex(/^\+[1-9]\d{6,14}$/, {
          error: 'must be a number with its country, such as +971501234567',
        })
        .optional()
        .describe('Of SMS: the number'),
    }),
    replies: { 200: z.object({ sent: z.literal(true) }) },
  },
  async (call): Promise<Reply> => {
    const channel = CHANNELS.find((one) => one === param(call, 'channel'))
    if (channel === undefined) return notFound(`channel: there are ${CHANNELS.join(', ')}`)
    const barred = barredTest(call, channel)
    if (barred) return barred
    // Push is barred above: nobody of the staff is subscribed to it.
    const tested = TESTED.find((one) => one === channel) as Tested
    const to = tested === 'sms' ? (call.body.to ?? null) : await ownAddress(call)
    if (to === null) return invalidAt('to', 'is required: the number that the test goes to')
    const message = { kind: 'channel-test', ...(await messageParts(call)) } as const
    const wrong = await testChannel(call.deps, { channel: tested, to, message })
    call.note({ channel })
    return wrong === null ? done({ sent: true }) : problem(502, 'not-sent', { detail: wrong })
  },
)

type Sending = Pick<Call, 'deps'>['deps']

function isSetUp({ channels }: Sending, channel: Channel): boolean {
  const ways = { email: channels.mailer, push: channels.push, sms: channels.sms }
  return ways[channel] !== null
}

const SET_UP = {
  email: 'This server sends no mail yet: whoever runs it sets SMTP_URL and MAIL_FROM.',
  push: 'This server sends no web push yet: whoever runs it sets PUSH_SUBJECT.',
  sms: 'This server sends no SMS yet: whoever runs it sets SMS_URL, SMS_ACCOUNT, SMS_TOKEN and SMS_FROM.',
} as const

const PUSH =
  'Web push is set up. It goes to browsers of patients alone, so there is nothing to send a test to: turn messages on in the app of a test patient.'

function barredTest(
  { deps, body }: { readonly deps: Sending; readonly body: { readonly to?: string | undefined } },
  channel: Channel,
): Problem | null {
  if (!isSetUp(deps, channel)) return problem(409, 'conflict', { detail: SET_UP[channel] })
  if (channel === 'push') return problem(409, 'conflict', { detail: PUSH })
  if (channel === 'email' && body.to !== undefined)
    return invalidAt('to', 'is of SMS: mail goes to the address that you sign in with')
  return null
}

/** The address that whoever asks signs in with. */
async function ownAddress({
  deps,
  principal,
}: {
  readonly deps: Sending
  readonly principal: Principal
}) {
  if (principal.kind !== 'staff' || !isUuid(principal.userId)) return null
  const row = await deps.db
    .selectFrom('authUser')
    .select('email')
    .where('id', '=', principal.userId)
    .executeTakeFirst()
  return row?.email ?? null
}

async function messageParts({
  deps,
  clinicId,
}: {
  readonly deps: Sending
  readonly clinicId: string
}) {
  const { locale } = await inScope(deps.db, { clinicId }, (trx) => readClinic(trx, clinicId))
  const { baseUrl } = deps
  const values = { link: consoleLink(baseUrl) }
  return { deliveryId: deps.createId(), values, locale: localeOf(locale), baseUrl }
}

export const CHANNEL_ROUTES: readonly Route[] = [list, test]
