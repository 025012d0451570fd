import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { COMMON_WORDS } from './staff-common-passwords.ts'

export const MIN_PASSWORD_LENGTH = 12
export const MAX_PASSWORD_LENGTH = 128

/** Which rule a password breaks, in words for the person who chose it. */
type PasswordFault = 'too-short' | 'too-long' | 'too-common' | 'holds-own-name'

/** Names and addresses that a password may not hold: the person's, the e-mail's, their clinics'. */
interface PasswordOwner {
  readonly email: string
  readonly names: readonly string[]
}

export const PASSWORD_FAULTS: Readonly<Record<PasswordFault, string>> = {
  'too-short': `A password has at least ${MIN_PASSWORD_LENGTH} characters.`,
  'too-long': `A password has at most ${MAX_PASSWORD_LENGTH} characters.`,
  'too-common': 'This password is among the first that are tried: choose one made of other words.',
  'holds-own-name': 'A password may not hold your name, your e-mail address or the clinic’s name.',
}

export function passwordFault(password: string, owner: PasswordOwner): PasswordFault | null {
  const length = Array.from(password).length
  if (length < MIN_PASSWORD_LENGTH) return 'too-short'
  if (length > MAX_PASSWORD_LENGTH) return 'too-long'
  if (holdsOwn(password, owner)) return 'holds-own-name'
  return isCommon(password) ? 'too-common' : null
}

/** Parts of three letters and fewer are in half of all passwords and give nothing away. */
const SHORTEST_TELLING_PART = 4

function holdsOwn(password: string, { email, names }: PasswordOwner): boolean {
  const text = folded(password)
  return [email, ...names]
    .flatMap((name) => folded(name).split(/[^\p{L}\p{N}]+/u))
    .some((part) => part.length >= SHORTEST_TELLING_PART && text.includes(part))
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function isCommon(password: string): boolean {
  const text = folded(password)
  return isRepeated(text) || isRun(text) || isMadeOfCommonWords(text)
}

/** One to four characters again and again. */
function isRepeated(text: string): boolean {
  return [1, 2, 3, 4].some((size) =>
    Array.from(text).every((character, index) => character === text[index % size]),
  )
}

/** Each character next to the one before it: 123456789012, abcdefghijkl. */
function isRun(text: string): boolean {
  const codes = Array.from(text).map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return [1, -1].some((way) => steps.filter((step) => step === way).length >= steps.length - 1)
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const WORDS: ReadonlySet<string> = new Set(COMMON_WORDS)
const LONGEST_WORD = Math.max(...COMMON_WORDS.map(({ length }) => length))

/** With the digits and signs left out, or read as the letters that they look like: common words and nothing else. */
function isMadeOfCommonWords(text: string): boolean {
  const read = Array.from(text.replace(/[\d\p{P}\p{S}]+$/u, '')).map(
    (one) => LOOK_ALIKES[one] ?? one,
  )
  return [text, read.join('')].some((one) => isWords(one.replace(/[^\p{L}]/gu, '')))
}

function isWords(letters: string): boolean {
  const reached = [true]
  for (let end = 1; end <= letters.length; end += 1) {
    const starts = Array.from({ length: Math.min(end, LONGEST_WORD) }, (_, back) => end - back - 1)
    reached.push(starts.some((start) => reached[start] && WORDS.has(letters.slice(start, end))))
  }
  return reached[letters.length] === true
}

/**
 * scrypt with N = 2^15, r = 8, p = 3: the strength that OWASP's password storage sheet and ASVS 5.0's appendix on
 * approved cryptography ask for, in 32 MiB. better-auth's own (2^14, 16, 1) is a third of it.
 */
const COST = { N: 2 ** 15, r: 8, p: 3 }
const KEY_BYTES = 64

/** `scrypt$N$r$p$salt$key`: the cost is in the hash, so that it can be raised. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, COST)
  const { N, r, p } = COST
  return ['scrypt', N, r, p, salt.toString('base64'), key.toString('base64')].join('$')
}

export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const [kind, N, r, p, salt, key] = hash.split('$')
  if (kind !== 'scrypt' || salt === undefined || key === undefined) return false
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const expected = Buffer.from(key, 'base64')
  const given = await derive(password, Buffer.from(salt, 'base64'), cost)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  const maxmem = 256 * cost.N * cost.r
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...cost, maxmem }, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}
