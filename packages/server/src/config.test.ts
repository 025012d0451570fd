import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

function issuesOf(environment: Readonly<Record<string, string>>): readonly string[] {
  const read = readConfig(environment)
  return read.ok
    ? []
    : read.issues.map(({ expression, diagnostics }) => `${expression} ${diagnostics}`)
}

describe('readConfig', () => {
  it('needs nothing at all', () => {
    const read = readConfig({})
    expect(read.ok && read.value).toMatchObject({
      PORT: 4173,
      HOST: '127.0.0.1',
      AFTERGLOW_DATA: 'data',
    })
  })

  it('takes an empty variable for one that is not set', () => {
    expect(issuesOf({ PORT: ' ', DATABASE_URL: '' })).toEqual([])
  })

  it.each([
    ['PORT', 'eighty', 'PORT must be a whole number from 0 to 65535'],
    ['PORT', '80.5', 'PORT must be a whole number from 0 to 65535'],
    [
      'DATABASE_URL',
      'mysql://x',
      'DATABASE_URL must be an address that begins with postgres:// or postgresql://',
    ],
    [
      'AFTERGLOW_LOG',
      'loud',
      'AFTERGLOW_LOG must be one of fatal, error, warn, info, debug, silent',
    ],
    [
      'PUSH_SUBJECT',
      'desk@clinic.example',
      'PUSH_SUBJECT must be an address that begins with mailto: or https://',
    ],
    [
      'AFTERGLOW_METRICS_TOKEN',
      'short',
      'AFTERGLOW_METRICS_TOKEN must have at least 16 characters',
    ],
  ])('names %s=%s and says what it takes', (name, value, said) => {
    expect(issuesOf({ [name]: value })).toEqual([said])
  })

  it('refuses a mistyped setting, which nobody would ever read', () => {
    expect(issuesOf({ AFTERGLOW_DATAS: '/x' })).toEqual([
      'AFTERGLOW_DATAS is no setting of this server; did you mean AFTERGLOW_DATA?',
    ])
    expect(issuesOf({ DATABASE_POOLS: '5', PORT: '1' })).toEqual([
      'DATABASE_POOLS is no setting of this server; did you mean DATABASE_POOL?',
    ])
  })

  it('lists what begins like a name that is none', () => {
    expect(issuesOf({ SMTP_HOST: 'mail.example' })[0]).toContain('those that begin so: SMTP_URL ')
  })

  it('leaves names alone that are not meant for it', () => {
    expect(issuesOf({ SMTP: 'x', MAIL: '/var/mail/x', MAILTO: 'x', PATH: '/bin' })).toEqual([])
    expect(issuesOf({ SMTP_HOST: ' ', AFTERGLOW_TEST_X: '1' })).toEqual([])
  })

  it('refuses half of a channel: mail would look set up and send nothing', () => {
    expect(issuesOf({ SMTP_URL: 'smtp://localhost' })).toEqual([
      'MAIL_FROM is missing: SMTP_URL needs it',
    ])
  })
})
