import { type Issue, isZone, type Result, type Session } from '@afterglow/engine'
import {
  type Bits,
  bitsOf,
  CROCKFORD_BASE32,
  createBitReader,
  fromLetters,
  toLetters,
} from './bits.ts'
import { CRC_10, checksumOf } from './checksum.ts'
import { essentialsCodec } from './essentials-codec.ts'
import { type Essentials, essentialsOf, type LeftOut, sessionFrom } from './essentials.ts'

/** What a person types from paper, in groups of four, and what of the session it does not carry. */
export interface ShortCode {
  readonly code: string
  readonly leftOut: readonly LeftOut[]
}

/** A session as far as a short code carries it: what it does not carry is missing, so the stricter branch is taken. */
export interface ShortSession {
  readonly session: Session
  /** What to ask for again. Where `mayBeTooOpen` says so it is to be told before any answer is. */
  readonly leftOut: readonly LeftOut[]
}

export interface ShortCodeContext {
  /** The zone to count days in where the code names none that this device knows. */
  readonly zone: string
}

const VERSION = 0
const VERSION_BITS = 2
const CHECK_LETTERS = CRC_10.width / CROCKFORD_BASE32.width
const LONGEST = 24
const GROUP = 4

/**
 * The essentials of one procedure as a code of at most 24 letters: of the last to end, or of the one named. A session that
 * ended before 2025 or after 12 December 2040, or nobody knows when, has none: `value`.
 */
export function toShortCode(session: Session, procedure?: string): Result<ShortCode> {
  const essentials = essentialsOf(session, procedure)
  if (essentials === undefined)
    return refused(
      'value',
      'cannot be made: the session lies outside the years 2025 to 2040, or nobody knows when it ended',
    )
  const body = filledUp(bitsOf(VERSION, VERSION_BITS) + essentialsCodec.write(essentials))
  const code = toLetters(body + bitsOf(checksumOf(body, CRC_10), CRC_10.width), CROCKFORD_BASE32)
  return {
    ok: true,
    value: { code: grouped(code), leftOut: essentials.leftOut },
  }
}

/**
 * The session of a code, whatever its case and spacing, with O for 0, I or L for 1, and digits of Arabic or Urdu. Nothing
 * typed is `required`; a letter that no code has, or too many, `value`; a letter wrong, missing or too many `structure`; a
 * later version `not-supported`.
 */
export function fromShortCode(text: string, context: ShortCodeContext): Result<ShortSession> {
  const typed = normalised(text)
  if (typed === '')
    return refused('required', 'is empty: type the letters and digits on your sheet')
  const bits = fromLetters(typed, CROCKFORD_BASE32)
  if (bits === undefined) return refused('value', 'has a letter that none of our codes has')
  if (typed.length > LONGEST) return refused('value', `has more than ${LONGEST} letters`)
  const body = bits.slice(0, -CRC_10.width)
  const isSound =
    typed.length > CHECK_LETTERS &&
    bitsOf(checksumOf(body, CRC_10), CRC_10.width) === bits.slice(-CRC_10.width)
  return isSound ? readBody(body, context) : MISTYPED
}

const MISTYPED = refused('structure', 'is not right: compare each letter with your sheet')

function readBody(body: Bits, context: ShortCodeContext): Result<ShortSession> {
  const bits = createBitReader(body)
  if (bits.take(VERSION_BITS) !== VERSION)
    return refused('not-supported', 'was made by a newer version: update this one and try again')
  const essentials = essentialsCodec.read(bits)
  const filling = bits.rest()
  const isWhole =
    bits.trouble() === undefined &&
    filling.length < CROCKFORD_BASE32.width &&
    !filling.includes('1')
  return isWhole ? restored(essentials, context) : MISTYPED
}

function restored(essentials: Essentials, context: ShortCodeContext): Result<ShortSession> {
  const { zone } = essentials
  if (zone !== undefined && isZone(zone))
    return {
      ok: true,
      value: { session: sessionFrom(essentials, zone), leftOut: essentials.leftOut },
    }
  if (!isZone(context.zone))
    return refused('not-found', `needs a time zone, and "${context.zone}" is none`)
  const leftOut = new Set<LeftOut>([...essentials.leftOut, 'zone'])
  return {
    ok: true,
    value: { session: sessionFrom(essentials, context.zone), leftOut: [...leftOut] },
  }
}

function filledUp(bits: Bits): Bits {
  const { width } = CROCKFORD_BASE32
  return bits.padEnd(Math.ceil(bits.length / width) * width, '0')
}

function grouped(code: string): string {
  return code.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? code
}

/** Spaces, dashes, dots and what steers the direction of writing are no part of a code. */
const SPACING = /[\s\p{Pd}\p{Cf}._]/gu
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }
const EASTERN_ZEROS = ['٠', '۰'] as const

function normalised(text: string): string {
  const letters = Array.from(text.replace(SPACING, '').toUpperCase())
  return letters.map((letter) => LOOKALIKES[letter] ?? easternDigit(letter) ?? letter).join('')
}

function easternDigit(letter: string): string | undefined {
  const values = EASTERN_ZEROS.map((zero) => letter.charCodeAt(0) - zero.charCodeAt(0))
  const value = values.find((one) => one >= 0 && one <= 9)
  return value === undefined ? undefined : String(value)
}

function refused(code: Issue['code'], found: string): Result<never> {
  return {
    ok: false,
    issues: [
      { severity: 'error', code, diagnostics: `The code ${found}.`, expression: 'shortCode' },
    ],
  }
}
