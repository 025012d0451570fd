import { createHmac, type KeyObject } from 'node:crypto'
import type { ClinicKey } from './clinic-key.ts'
import { folded, nameWords } from './folded-name.ts'
import { currentKey } from './key-ring.ts'

export interface SearchFields {
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
}

/** Any of these, one for each master key; a patient is found who has one of every group. */
export type TermGroup = readonly Uint8Array[]

const PREFIX_LETTERS = { least: 2, most: 12 }
const TERM_BYTES = 16
/** As typed from the end of a card; as said without the country; with it. */
const PHONE_DIGITS = { last: 4, local: 7 }
const PHONE = /\+?\d[\d\s()./\p{Pd}]{2,}\d/gu

/**
 * What a patient is found by, so that the database learns neither name nor address: each a keyed hash of 16 bytes. In
 * the order of their bytes: the order of the letters would tell which is the shorter beginning.
 */
export function searchTerms(key: ClinicKey, fields: SearchFields): readonly Uint8Array[] {
  const texts = [
    ...nameWords(fields.name).flatMap(beginnings).map(nameText),
    ...(fields.email === null ? [] : [emailText(fields.email)]),
    ...(fields.phone === null ? [] : phoneTexts(fields.phone)),
  ]
  const terms = [...new Set(texts)].map((text) => term(currentKey(key), text))
  return terms.sort((a, b) => Buffer.compare(a, b))
}

/**
 * What was typed, as groups: words of a name or their beginnings, a whole e-mail address, a phone number or its last 4
 * digits. No group: too little was typed, and nobody is found.
 */
export function searchTerm(key: ClinicKey, typed: string): readonly TermGroup[] {
  const group = (text: string) => [...key.keys.values()].map((one) => term(one, text))
  return [...new Set(typedTexts(typed))].map(group)
}

/** The terms that somebody else has, too, who has the same e-mail address, the same phone number or the same whole name. */
export function sameTerms(
  key: ClinicKey,
  { name, email, phone }: SearchFields,
): Readonly<Record<'email' | 'phone' | 'name', readonly TermGroup[]>> {
  const groups = (texts: readonly string[]) =>
    [...new Set(texts)].map((text) => [...key.keys.values()].map((one) => term(one, text)))
  return {
    email: groups(email === null ? [] : [emailText(email)]),
    // The whole number where it has one, else its end: the last of them says the most.
    phone: groups(phone === null ? [] : phoneTexts(phone).slice(-1)),
    name: groups(nameWords(name).map(beginning).map(nameText)),
  }
}

function typedTexts(typed: string): readonly string[] {
  const pieces = typed.split(/\s+/)
  const emails = pieces.filter((piece) => piece.includes('@'))
  const rest = folded(pieces.filter((piece) => !piece.includes('@')).join(' '))
  const words = nameWords(rest.replaceAll(PHONE, ' ')).map(beginning)
  const long = words.filter((word) => lettersOf(word).length >= leastLetters(word))
  return [
    ...emails.map(emailText),
    ...(rest.match(PHONE) ?? []).map(typedPhoneText),
    // A single letter finds only a name of one letter: an initial beside longer words would hide the person.
    ...(long.length > 0 ? long : words).map(nameText),
  ]
}

function beginnings(word: string): readonly string[] {
  const letters = lettersOf(word)
  const longest = Math.min(letters.length, PREFIX_LETTERS.most)
  const first = Math.min(leastLetters(word), longest)
  return Array.from({ length: longest - first + 1 }, (_, k) => letters.slice(0, first + k).join(''))
}

function beginning(word: string): string {
  return lettersOf(word).slice(0, PREFIX_LETTERS.most).join('')
}

/** A Chinese character says as much as a syllable. */
function leastLetters(word: string): number {
  return /^\p{Script=Han}/u.test(word) ? 1 : PREFIX_LETTERS.least
}

/** By code point: half a letter is none. */
function lettersOf(word: string): readonly string[] {
  return Array.from(word)
}

function nameText(word: string): string {
  return `name:${word}`
}

function emailText(email: string): string {
  return `email:${email.normalize('NFKC').trim().toLowerCase()}`
}

function phoneTexts(phone: string): readonly string[] {
  const digits = phoneDigits(folded(phone))
  const { last, local } = PHONE_DIGITS
  return [
    ...(digits.length >= last ? [tailText(digits, last)] : []),
    ...(digits.length >= local ? [tailText(digits, local), `phone:${digits}`] : []),
  ]
}

/** With the country's code the whole number; without, its last 7 digits; of a shorter one the last 4. */
function typedPhoneText(typed: string): string {
  const digits = phoneDigits(typed)
  if (digits.length < PHONE_DIGITS.local) return tailText(digits, PHONE_DIGITS.last)
  const isWhole = /^(?:\+|00)/.test(typed.trim())
  return isWhole ? `phone:${digits}` : tailText(digits, PHONE_DIGITS.local)
}

function tailText(digits: string, count: number): string {
  return `phone-${count}:${digits.slice(-count)}`
}

/** E.164 without its plus: `00971 50 ...` and `+971 (0)50 ...` are one number. */
function phoneDigits(phone: string): string {
  return phone.replaceAll('(0)', '').replaceAll(/\D/g, '').replace(/^00/, '')
}

function term(key: KeyObject, text: string): Uint8Array {
  return Uint8Array.from(createHmac('sha256', key).update(text).digest().subarray(0, TERM_BYTES))
}
