import { parseInstant, type Session } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
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
