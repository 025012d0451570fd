import { parseInstant, type Session } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import type { ClinicLink } from './clinic-link.ts'
import { EMPTY_RECORD, type PatientRecord } from './record.ts'
import { fromRecordFile, toRecordFile } from './record-file.ts'

const SESSION: Session = {
  zone: 'Asia/Dubai',
  procedures: [
    {
      id: 'p1',
      code: 'microneedling',
      endedAt: parseInstant('2026-11-22T10:45:00+04:00') ?? Number.NaN,
      device: 'pen',
    },
  ],
  patient: { medicines: [], history: ['keloid'] },
  events: [],
}
const RECORD: PatientRecord = {
  ...EMPTY_RECORD,
  session: SESSION,
  answers: { device: ['pen'] },
  locale: 'ar',
  digits: 'arab',
  country: 'AE',
  series: { sessions: 4, event: { kind: 'wedding', date: '2027-06-12' } },
  ticked: { '2026-11-22': ['cleanse-gently'] },
}
const throughAFile = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('record files', () => {
  it('come back as they were saved', () => {
    expect(fromRecordFile(throughAFile(toRecordFile(RECORD)))).toEqual({ ok: true, value: RECORD })
  })

  it('say that what the clinic closes by its own protocol is missing: the file opens beside the app’s', () => {
    const card = { name: 'Riverside' } as unknown as ClinicLink['card']
    const clinic = { card, hasOwnLedger: true } as unknown as ClinicLink
    expect(toRecordFile({ ...RECORD, clinic }).record.leftOut).toEqual(['clinic'])
    expect(
      toRecordFile({ ...RECORD, clinic: { ...clinic, hasOwnLedger: false } }).record.leftOut,
    ).toEqual([])
  })

  it('hold the session in the form of the session file, instants with their offset', () => {
    expect(toRecordFile(RECORD).session).toMatchObject({
      procedures: [{ endedAt: '2026-11-22T10:45:00+04:00' }],
    })
  })

  it('come back without a session where none was told', () => {
    const read = fromRecordFile(throughAFile(toRecordFile(EMPTY_RECORD)))
    expect(read).toEqual({ ok: true, value: EMPTY_RECORD })
  })

  it('may be a bare session file', () => {
    const read = fromRecordFile(toRecordFile(RECORD).session)
    expect(read).toEqual({ ok: true, value: { ...EMPTY_RECORD, session: SESSION } })
  })

  it('are refused whole where the session is not right', () => {
    const file = toRecordFile(RECORD)
    const broken = { ...file, session: { ...SESSION, zone: 'Nowhere/City' } }
    expect(fromRecordFile(broken).ok).toBe(false)
    for (const value of [null, 3, 'text', [], {}]) expect(fromRecordFile(value).ok).toBe(false)
  })

  it('keep what a code could not carry, so that the warning goes along', () => {
    const record: PatientRecord = { ...RECORD, leftOut: ['check-ins', 'clinic'] }
    expect(fromRecordFile(throughAFile(toRecordFile(record)))).toEqual({ ok: true, value: record })
  })

  it.each([[['check-ins', 'foo']], [[3, 'check-ins']], ['check-ins'], [null]])(
    'are refused where what a code could not carry is %j',
    (leftOut) => {
      const { record, ...file } = toRecordFile(RECORD)
      const read = fromRecordFile({ ...file, record: { ...record, leftOut } })
      expect(read).toMatchObject({
        ok: false,
        issues: [{ code: 'value', expression: 'record.leftOut' }],
      })
    },
  )

  it.each([0, 2, 9, '1', null])('of version %j are refused', (afterglow) => {
    expect(fromRecordFile({ ...toRecordFile(RECORD), afterglow })).toMatchObject({
      ok: false,
      issues: [{ code: 'not-supported', expression: 'afterglow' }],
    })
  })

  it.each([
    { event: { kind: 'wedding', date: '2026-99-99' } },
    { event: { kind: 'wedding', date: '2027-02-29' } },
    { event: { kind: 5, date: '2027-06-12' } },
    { event: ['2027-06-12'] },
    { blocked: [{ from: '2026-13-45', until: '2027-01-05' }] },
    { blocked: [{ from: '2027-01-05', until: '2027-01-32' }] },
    { blocked: [{ from: '2027-01-05', until: '2027-01-04' }] },
    { blocked: { from: '2027-01-05', until: '2027-01-06' } },
    { sessions: 0 },
    { sessions: 1.5 },
    { sessions: 101 },
    { sessions: '4' },
    [],
  ])('take no wish for a series that cannot be planned: %j', (series) => {
    const { record, ...file } = toRecordFile(RECORD)
    const read = fromRecordFile({ ...file, record: { ...record, series } })
    expect(read).toEqual({ ok: true, value: { ...RECORD, series: {} } })
  })

  it('take a wish up to its bounds', () => {
    const series = {
      sessions: 100,
      event: { kind: 'wedding', date: '2028-02-29' },
      blocked: [{ from: '2027-01-05', until: '2027-01-05' }],
    }
    const record: PatientRecord = { ...RECORD, series }
    expect(fromRecordFile(throughAFile(toRecordFile(record)))).toEqual({ ok: true, value: record })
  })

  it.each(['answers', 'ticked'])('take no list for the table of %s', (key) => {
    const { record, ...file } = toRecordFile(RECORD)
    const read = fromRecordFile({ ...file, record: { ...record, [key]: [['a']] } })
    expect(read).toMatchObject({ ok: true, value: { [key]: {} } })
  })

  it('lose only what is not right beside the session', () => {
    const file = toRecordFile(RECORD)
    const strange = {
      ...file,
      record: {
        ...file.record,
        locale: 'xx',
        country: 'Dubai',
        answers: 'none',
        series: { sessions: -1 },
        ticked: { '2026-11-22': [7] },
        unheardOf: true,
      },
    }
    expect(fromRecordFile(strange)).toEqual({
      ok: true,
      value: { ...EMPTY_RECORD, session: SESSION, digits: 'arab' },
    })
  })
})
