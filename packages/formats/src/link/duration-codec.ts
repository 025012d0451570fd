import type { Codec } from './codec.ts'
import { fixed, uint } from './codec.ts'

/** The units of the session file's lengths, by their place, each with the minutes it counts for in the bound below. */
const UNITS = [
  { prefix: 'PT', letter: 'H', minutes: 60 },
  { prefix: 'P', letter: 'D', minutes: 1440 },
  { prefix: 'P', letter: 'W', minutes: 7 * 1440 },
  { prefix: 'P', letter: 'M', minutes: 30 * 1440 },
  { prefix: 'P', letter: 'Y', minutes: 360 * 1440 },
  { prefix: 'PT', letter: 'M', minutes: 1 },
] as const

/** Stands where a unit does, and is followed by how many digits were written. */
const PADDED = 7
const unitNumber = fixed(3)
const digits = fixed(3)
const size = uint(4)

const LONGEST_MINUTES = 36_525 * 1440
const LONGEST_DIGITS = 6
const FORM = /^(PT?)(\d+)([A-Z])$/

/** `PT48H`, `P7D`, `P2W`, as written: a zero in front is kept. Over six digits or a hundred years is damage. */
export const duration: Codec<string> = {
  write: (text) => {
    const [, prefix, count = '', letter] = FORM.exec(text) ?? []
    const number = UNITS.findIndex((one) => one.prefix === prefix && one.letter === letter)
    const unit = unitNumber.write(number)
    const isPlain = String(Number(count)) === count
    const head = isPlain ? unit : unitNumber.write(PADDED) + digits.write(count.length) + unit
    return head + size.write(Number(count))
  },
  read: (bits) => {
    const first = unitNumber.read(bits)
    const width = first === PADDED ? digits.read(bits) : 0
    const unit = UNITS[first === PADDED ? unitNumber.read(bits) : first]
    const count = size.read(bits)
    const written = String(count).padStart(width, '0')
    const isTooLong = unit !== undefined && count * unit.minutes > LONGEST_MINUTES
    if (!unit || isTooLong || written.length > LONGEST_DIGITS) bits.fail('damaged')
    return unit ? `${unit.prefix}${written}${unit.letter}` : ''
  },
}

const CLEARED = 'cleared'

/** A length, or `cleared`: one bit says which. */
export const durationOrCleared: Codec<string> = {
  write: (text) => (text === CLEARED ? '1' : `0${duration.write(text)}`),
  read: (bits) => (bits.take(1) === 1 ? CLEARED : duration.read(bits)),
}
