import {
  isCalendarDate,
  type Issue,
  parseSession,
  type Result,
  type Session,
  toWire,
} from '@afterglow/engine'
import { LEFT_OUT } from '@afterglow/formats'
import { DIGITS, LOCALES } from '../words/locale.ts'
import { EMPTY_RECORD, missingInCopy, type PatientRecord } from './record.ts'

/** The record as a file: the session in the form that the command line reads too, and the rest beside it. */
export interface RecordFile {
  readonly afterglow: 1
  readonly session: unknown
  readonly record: Omit<
    PatientRecord,
    'session' | 'toldAt' | 'previous' | 'version' | 'clinic' | 'isLeaving'
  >
}

export function toRecordFile(record: PatientRecord): RecordFile {
  const { session, isExample, answers, locale, digits, country, series, ticked } = record
  const leftOut = missingInCopy(record)
  return {
    afterglow: 1,
    session: session && toWire(session, session.zone),
    record: { isExample, answers, leftOut, locale, digits, country, series, ticked },
  }
}

/**
 * Reads a file of ours, or a bare session file; the session is checked as strictly as everywhere. A file of another version
 * is refused, `not-supported`, and one whose word on what is missing cannot be read, `value`: it may hold too little.
 */
export function fromRecordFile(input: unknown): Result<PatientRecord> {
  if (!isRecordFile(input)) {
    const parsed = parseSession(input)
    return parsed.ok ? { ok: true, value: { ...EMPTY_RECORD, session: parsed.value } } : parsed
  }
  const issues = [...versionIssues(input), ...leftOutIssues(input.record)]
  if (issues.length > 0) return { ok: false, issues }
  const session: Result<Session | null> =
    input.session === null ? { ok: true, value: null } : parseSession(input.session)
  if (!session.ok) return session
  return {
    ok: true,
    value: { ...EMPTY_RECORD, ...knownParts(input.record), session: session.value },
  }
}

function isRecordFile(input: unknown): input is RecordFile {
  return typeof input === 'object' && input !== null && 'afterglow' in input && 'session' in input
}

function versionIssues({ afterglow }: RecordFile): readonly Issue[] {
  if (afterglow === 1) return []
  return [
    {
      severity: 'error',
      code: 'not-supported',
      diagnostics: 'is a file of another version of Afterglow: open it with that one',
      expression: 'afterglow',
    },
  ]
}

/** An older file may say nothing of it: then nothing was left out. */
function leftOutIssues(record: unknown): readonly Issue[] {
  const told =
    typeof record === 'object' && record !== null && 'leftOut' in record ? record.leftOut : []
  if (isLeftOut(told)) return []
  return [
    {
      severity: 'error',
      code: 'value',
      diagnostics: `is to be a list of ${LEFT_OUT.join(', ')}`,
      expression: 'record.leftOut',
    },
  ]
}

/** What has the form it should have; anything else is left as it is in an empty record. */
function knownParts(parts: unknown): Partial<PatientRecord> {
  if (typeof parts !== 'object' || parts === null) return {}
  const entries = Object.entries(parts).filter(
    ([key, value]) => Object.hasOwn(FORMS, key) && FORMS[key]?.(value),
  )
  return Object.fromEntries(entries)
}

type Form = (value: unknown) => boolean

const isText: Form = (value) => typeof value === 'string'
const isNullable =
  (form: Form): Form =>
  (value) =>
    value === null || form(value)
const isOneOf =
  (...words: readonly string[]): Form =>
  (value) =>
    words.some((word) => word === value)
const isTable: Form = (value) =>
  isPlain(value) && Object.values(value).every((one) => Array.isArray(one) && one.every(isText))

const FORMS: Readonly<Record<string, Form>> = {
  isExample: (value) => typeof value === 'boolean',
  answers: isTable,
  leftOut: isLeftOut,
  locale: isNullable(isOneOf(...LOCALES)),
  digits: isNullable(isOneOf(...Object.values(DIGITS).flat())),
  country: isNullable((value) => isText(value) && /^[A-Z]{2}$/.test(String(value))),
  series: isSeriesWish,
  ticked: isTable,
}

function isLeftOut(value: unknown): boolean {
  return Array.isArray(value) && value.every(isOneOf(...LEFT_OUT))
}

/** More than a course has: a plan of so many would take the device for a while. */
const MOST_SESSIONS = 100

function isSeriesWish(value: unknown): boolean {
  if (!isPlain(value)) return false
  const { sessions = 1, event, blocked = [], ...strange } = value
  return (
    Object.keys(strange).length === 0 &&
    Number.isInteger(sessions) &&
    Number(sessions) >= 1 &&
    Number(sessions) <= MOST_SESSIONS &&
    (event === undefined || isEvent(event)) &&
    Array.isArray(blocked) &&
    blocked.every(isSpan)
  )
}

function isEvent(value: unknown): boolean {
  if (!isPlain(value)) return false
  const { kind, date, ...strange } = value
  return Object.keys(strange).length === 0 && isText(kind) && isDate(date)
}

function isSpan(value: unknown): boolean {
  if (!isPlain(value)) return false
  const { from, until, ...strange } = value
  const isWhole = Object.keys(strange).length === 0 && isDate(from) && isDate(until)
  return isWhole && from <= until
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && isCalendarDate(value)
}

/** An object as JSON has it: a list is none. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
