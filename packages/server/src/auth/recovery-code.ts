import { randomInt } from 'node:crypto'

/** What is written by hand and read from paper: no letter that looks like a digit or another letter, and no capitals. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 12
const GROUP = 4
/** Codes of an earlier release had capitals, and one dash. */
const EARLIER_LENGTH = 10

/** Twelve of 31 signs are some 59 bits, and tries are counted. */
function recoveryCode(): string {
  return grouped(
    Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  )
}

export function recoveryCodes(amount: number): string[] {
  return Array.from({ length: amount }, recoveryCode)
}

/** A code as it is kept, from what somebody typed: in capitals or not, with its dashes, with spaces, or without either. */
export function asRecoveryCode(typed: string): string {
  const signs = typed.replaceAll(/[\s\p{Dash}]/gu, '')
  if (signs.length === LENGTH) return grouped(signs.toLowerCase())
  return signs.length === EARLIER_LENGTH ? `${signs.slice(0, 5)}-${signs.slice(5)}` : typed
}

function grouped(signs: string): string {
  const groups = signs.length / GROUP
  return Array.from({ length: groups }, (_, k) => signs.slice(k * GROUP, (k + 1) * GROUP)).join('-')
}
