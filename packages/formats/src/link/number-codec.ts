import type { BitReader, Bits } from './bits.ts'
import { bitsOf } from './bits.ts'
import { type Codec, fixed, int, mapped, uint } from './codec.ts'

const DOUBLE_BYTES = 8
const HALF_BITS = 32
const LARGEST = 2 ** 40

/** Any finite number, to the last bit. */
const double: Codec<number> = {
  write: (value) => {
    const view = new DataView(new ArrayBuffer(DOUBLE_BYTES))
    view.setFloat64(0, value)
    return bitsOf(view.getUint32(0), HALF_BITS) + bitsOf(view.getUint32(4), HALF_BITS)
  },
  read: (bits) => {
    const view = new DataView(new ArrayBuffer(DOUBLE_BYTES))
    view.setUint32(0, bits.take(HALF_BITS))
    view.setUint32(4, bits.take(HALF_BITS))
    const value = view.getFloat64(0)
    if (!Number.isFinite(value)) bits.fail('damaged')
    return value
  },
}

/** A number that is mostly a whole number of parts, `per` to the unit: one bit, then the parts or the number as it is. */
export function parts(per: number, group: number): Codec<number> {
  const count = int(group)
  return {
    write: (value) => {
      const isWhole = isPart(value, per)
      return isWhole ? `0${count.write(Math.round(value * per))}` : `1${double.write(value)}`
    },
    read: (bits) => (bits.take(1) === 0 ? count.read(bits) / per : double.read(bits)),
  }
}

function isPart(value: number, per: number): boolean {
  // Adding nothing makes minus zero plain zero, so that it is no part.
  const found = Math.round(value * per) + 0
  return Math.abs(found) < LARGEST && Object.is(found / per, value)
}

/** A number inside `[least, most]`. */
export function within(
  codec: Codec<number>,
  { least, most }: { readonly least: number; readonly most: number },
): Codec<number> {
  return {
    write: codec.write,
    read: (bits) => {
      const value = codec.read(bits)
      if (!(value >= least && value <= most)) bits.fail('damaged')
      return value
    },
  }
}

/** A whole number from `least` to `most`. */
export function wholeFrom(least: number, most: number): Codec<number> {
  const size = mapped(uint(2), {
    to: (value: number) => value - least,
    from: (value) => value + least,
  })
  return within(size, { least, most })
}

type Named = 'none' | 'mild' | 'moderate' | 'severe'
type Severity = number | Named

const NAMED = ['none', 'mild', 'moderate', 'severe'] as const
const SMALL = 15
const small = fixed(4)
const other = parts(10, 8)

/** From 0 to 15 in four bits, a word of the four, or any number: one bit and four, or two bits and more. */
export const severity: Codec<Severity> = {
  write: (value): Bits => {
    if (typeof value === 'string') return `10${bitsOf(NAMED.indexOf(value), 2)}`
    const isSmall = isPart(value, 1) && value >= 0 && value <= SMALL
    return isSmall ? `0${small.write(value)}` : `11${other.write(value)}`
  },
  read: (bits): Severity => {
    if (bits.take(1) === 0) return small.read(bits)
    return bits.take(1) === 1 ? other.read(bits) : namedFrom(bits)
  },
}

function namedFrom(bits: BitReader): Named {
  // Two bits are one of the four.
  return NAMED[bits.take(2)] as Named
}
