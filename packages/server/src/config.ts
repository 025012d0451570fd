import { errorAt, fail, type Issue, type Result, succeed } from '@afterglow/engine'
import { nearest } from '@afterglow/ledger'
import { z } from '@hono/zod-openapi'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

const url = (protocols: readonly string[]) =>
  z.string().refine((text) => protocols.includes(protocolOf(text)), {
    error: `must be an address that begins with ${protocols.map(beginning).join(' or ')}`,
  })
const beginning = (protocol: string) => (protocol === 'mailto:' ? protocol : `${protocol}//`)
const whole = (least: number, most: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${least} to ${most}` })
    .int({ error: `must be a whole number from ${least} to ${most}` })
    .min(least, { error: `must be at least ${least}` })
    .max(most, { error: `must be at most ${most}` })
const choice = (...values: readonly [string, ...string[]]) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` })
const hosts = z.string().transform((text) => text.split(',').map((one) => one.trim()))

/** Every variable that is read, with what it takes; docs/operate.md lists them, and a test holds the two together. */
const VARIABLES = {
  PORT: whole(0, 65_535).default(4173),
  HOST: z.string().min(1).default('127.0.0.1'),
  AFTERGLOW_URL: url(['http:', 'https:']).optional(),
  AFTERGLOW_DATA: z.string().min(1).default('data'),
  AFTERGLOW_WORK: choice('all', 'web', 'reminders').default('all'),
  AFTERGLOW_LOG: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
  AFTERGLOW_METRICS_TOKEN: z
    .string()
    .min(16, { error: 'must have at least 16 characters' })
    .optional(),
  AFTERGLOW_TRUSTED_PROXIES: whole(0, 5).default(0),
  AFTERGLOW_KEY_FILE: z.string().min(1).optional(),
  AFTERGLOW_PROTOCOLS: z.string().min(1).optional(),
  AFTERGLOW_BACKUP_FOLDER: z.string().min(1).optional(),
  AFTERGLOW_BACKUP_KEYS: z.string().min(1).optional(),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  DATABASE_POOL: whole(2, 200).default(20),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.string().includes('@', { error: 'must be an e-mail address' }).optional(),
  PUSH_SUBJECT: url(['mailto:', 'https:']).optional(),
  PUSH_HOSTS: hosts.default([]),
  SMS_URL: url(['https:', 'http:']).optional(),
  SMS_ACCOUNT: z.string().min(1).optional(),
  SMS_TOKEN: z.string().min(1).optional(),
  SMS_FROM: z.string().min(1).optional(),
  PHOTOS_S3_URL: url(['https:', 'http:']).optional(),
  PHOTOS_S3_BUCKET: z.string().min(1).optional(),
  PHOTOS_S3_REGION: z.string().min(1).default('us-east-1'),
  PHOTOS_S3_KEY_ID: z.string().min(1).optional(),
  PHOTOS_S3_SECRET: z.string().min(1).optional(),
  WEBHOOKS_TO_LOCALHOST: choice('yes', 'no').default('no'),
} as const

const form = z.object(VARIABLES)

/** What the server was told from outside. Read once, at the start. */
export type Config = z.output<typeof form>

export const CONFIG_NAMES: readonly string[] = Object.keys(VARIABLES)

/** Reads the environment: an empty variable is one that is not set, and every wrong one is named. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config> {
  const given = Object.fromEntries(
    CONFIG_NAMES.flatMap((name) => {
      const value = environment[name]?.trim()
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
  const read = form.safeParse(given)
  const unknown = strangers(environment)
  if (!read.success) return fail([...unknown, ...read.error.issues.map(issueOf)])
  const issues = [...unknown, ...halves(read.data)]
  return issues.length > 0 ? fail(issues) : succeed(read.data)
}

function issueOf({
  path,
  message,
}: {
  readonly path: PropertyKey[]
  readonly message: string
}): Issue {
  return errorAt(String(path[0]), 'value', message)
}

/** What our names begin with; a name that begins so is meant for us. */
const PREFIX =
  /^(?:AFTERGLOW|DATABASE|SMTP|MAIL|PUSH|SMS|PHOTOS|WEBHOOKS)_(?!TEST_|REEXECUTED$)(?=[A-Z])/

/** A mistyped name would be a setting that nobody reads. */
function strangers(environment: Readonly<Record<string, string | undefined>>): readonly Issue[] {
  return Object.keys(environment)
    .filter((name) => PREFIX.test(name) && !CONFIG_NAMES.includes(name))
    .filter((name) => environment[name]?.trim() !== '')
    .map((name) => errorAt(name, 'not-found', `is no setting of this server; ${hintFor(name)}`))
}

function hintFor(name: string): string {
  const meant = nearest(name, CONFIG_NAMES)
  if (meant !== undefined) return `did you mean ${meant}?`
  const prefix = name.slice(0, name.indexOf('_') + 1)
  const alike = CONFIG_NAMES.filter((one) => one.startsWith(prefix))
  return `those that begin so: ${alike.join(', ')} (docs/operate.md)`
}

const TOGETHER: readonly (readonly (keyof Config)[])[] = [
  ['AFTERGLOW_BACKUP_FOLDER', 'AFTERGLOW_BACKUP_KEYS'],
  ['SMTP_URL', 'MAIL_FROM'],
  ['SMS_URL', 'SMS_ACCOUNT', 'SMS_TOKEN', 'SMS_FROM'],
  ['PHOTOS_S3_URL', 'PHOTOS_S3_BUCKET', 'PHOTOS_S3_KEY_ID', 'PHOTOS_S3_SECRET'],
]

function halves(config: Config): readonly Issue[] {
  return TOGETHER.flatMap((names) => {
    const missing = names.filter((name) => config[name] === undefined)
    if (missing.length === 0 || missing.length === names.length) return []
    const given = names.find((name) => config[name] !== undefined)
    return missing.map((name) => errorAt(name, 'required', `is missing: ${given} needs it`))
  })
}

function protocolOf(text: string): string {
  return URL.parse(text)?.protocol ?? ''
}

/** Where people reach the server, without a slash at its end. */
export function baseUrlOf({ AFTERGLOW_URL, PORT }: Config): string {
  return (AFTERGLOW_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, '')
}
