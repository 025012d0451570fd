/** Bits as text of `0` and `1`, the first bit first: easy to join, to compare and to read in a failing test. */
export type Bits = string

/** A number from 0 on in so many bits, the highest first. */
export function bitsOf(value: number, count: number): Bits {
  return count === 0 ? '' : value.toString(2).padStart(count, '0')
}

/** Bits as letters of an alphabet, each for as many bits as `width`; the last letter is filled up with zeros. */
export function toLetters(bits: Bits, { letters, width }: Alphabet): string {
  let text = ''
  for (let k = 0; k < bits.length; k += width)
    text += letters[Number.parseInt(bits.slice(k, k + width).padEnd(width, '0'), 2)]
  return text
}

/** The bits of letters; undefined where one is not in the alphabet. */
export function fromLetters(text: string, { letters, width }: Alphabet): Bits | undefined {
  const places = Array.from(text, (letter) => letters.indexOf(letter))
  return places.includes(-1) ? undefined : places.map((place) => bitsOf(place, width)).join('')
}

export interface Alphabet {
  /** Two to the power of `width` letters. */
  readonly letters: string
  readonly width: number
}

/** RFC 4648 section 5. */
export const BASE64URL: Alphabet = {
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  width: 6,
}

/** Crockford's: no I, L, O or U. */
export const CROCKFORD_BASE32: Alphabet = {
  letters: '0123456789ABCDEFGHJKMNPQRSTVWXYZ',
  width: 5,
}

/** Why bits cannot be read: they mean nothing, or something that only a later table or another device knows. */
export type Trouble = 'damaged' | 'newer' | 'unknown-zone'

/** Reads bits in order. After the first trouble every read gives 0, so that a reader need not look after each step. */
export interface BitReader {
  readonly take: (count: number) => number
  readonly fail: (trouble: Trouble) => void
  readonly trouble: () => Trouble | undefined
  /** The bits not read yet. */
  readonly rest: () => Bits
}

export function createBitReader(bits: Bits): BitReader {
  let position = 0
  let trouble: Trouble | undefined
  const fail = (found: Trouble) => {
    trouble ??= found
  }
  return {
    take: (count) => {
      if (position + count > bits.length) fail('damaged')
      if (trouble !== undefined || count === 0) return 0
      position += count
      return Number.parseInt(bits.slice(position - count, position), 2)
    },
    fail,
    trouble: () => trouble,
    rest: () => bits.slice(position),
  }
}
