import { type BitReader, type Bits, bitsOf } from './bits.ts'

/** How values of one kind become bits, and bits such values again. What no value of the kind is, `read` refuses. */
export interface Codec<T> {
  readonly write: (value: T) => Bits
  readonly read: (bits: BitReader) => T
}

/** A whole number of a fixed width, from 0 on. */
export function fixed(count: number): Codec<number> {
  return { write: (value) => bitsOf(value, count), read: (bits) => bits.take(count) }
}

const WIDEST = 52

/**
 * A whole number from 0 on, the smaller the shorter: as many ones as groups of `group` bits follow the first, a zero, the
 * groups. Each length starts where the shorter one ends, so every number has one form.
 */
export function uint(group: number): Codec<number> {
  return {
    write: (value) => {
      const { groups, start } = lengthFor(value, group)
      return `${'1'.repeat(groups - 1)}0${bitsOf(value - start, groups * group)}`
    },
    read: (bits) => {
      let groups = 1
      let start = 0
      while (bits.take(1) === 1) {
        start += 2 ** (groups * group)
        groups += 1
        if (groups * group > WIDEST) bits.fail('damaged')
      }
      return start + bits.take(groups * group)
    },
  }
}

function lengthFor(
  value: number,
  group: number,
): { readonly groups: number; readonly start: number } {
  let groups = 1
  let start = 0
  while (value - start >= 2 ** (groups * group)) {
    start += 2 ** (groups * group)
    groups += 1
  }
  return { groups, start }
}

/** A whole number of either sign: one bit for the sign, then its size. */
export function int(group: number): Codec<number> {
  const size = uint(group)
  return {
    write: (value) => (value < 0 ? '1' : '0') + size.write(Math.abs(value)),
    read: (bits) => {
      const isNegative = bits.take(1) === 1
      const read = size.read(bits)
      return isNegative && read !== 0 ? -read : read
    },
  }
}

/** One of a closed list that never changes its order; a number past its end is damage. */
export function oneOf<T extends string>(codes: readonly T[], width: number): Codec<T> {
  return {
    write: (value) => bitsOf(codes.indexOf(value), width),
    read: (bits) => {
      const code = codes[bits.take(width)]
      if (code === undefined) bits.fail('damaged')
      // What stands in for a number past the end is never used: the reader has failed.
      return code ?? (codes[0] as T)
    },
  }
}

/** A list of at most `longest`: how many, then each, which may depend on the one before it. */
export function list<T>(
  { least = 0, longest }: { readonly least?: number; readonly longest: number },
  itemAfter: (previous: T | undefined, index: number) => Codec<T>,
): Codec<T[]> {
  const size = uint(2)
  return {
    write: (values) =>
      size.write(values.length - least) +
      values.map((value, k) => itemAfter(values[k - 1], k).write(value)).join(''),
    read: (bits) => {
      const count = size.read(bits) + least
      if (count > longest) bits.fail('damaged')
      const values: T[] = []
      while (values.length < count && bits.trouble() === undefined)
        values.push(itemAfter(values.at(-1), values.length).read(bits))
      return values
    },
  }
}

type OptionalKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T]
type RequiredFields<T> = { readonly [K in Exclude<keyof T, OptionalKeys<T>>]: Codec<T[K]> }
type OptionalFields<T> = {
  readonly [K in OptionalKeys<T>]-?: Codec<Exclude<T[K], undefined>>
}

/** A record: one bit for each field that may be missing, then the fields there are, in the order they stand in here. */
export function record<T extends object>(
  required: RequiredFields<T>,
  optional: OptionalFields<T>,
): Codec<T> {
  const always = entriesOf(required)
  const perhaps = entriesOf(optional)
  return {
    write: (value) => {
      // A record's fields are read by the names of its own type.
      const fields = value as Readonly<Record<string, unknown>>
      const given = perhaps.filter(([key]) => fields[key] !== undefined)
      const presence = perhaps.map(([key]) => (fields[key] === undefined ? '0' : '1'))
      const parts = [...always, ...given].map(([key, codec]) => codec.write(fields[key]))
      return [...presence, ...parts].join('')
    },
    read: (bits) => {
      const given = perhaps.filter(() => bits.take(1) === 1)
      const parts = [...always, ...given].map(([key, codec]) => [key, codec.read(bits)] as const)
      // Every required field, and each optional one that is there, by the codec of its type.
      return Object.fromEntries(parts) as T
    },
  }
}

function entriesOf(fields: object): readonly (readonly [string, Codec<unknown>])[] {
  // Both parameters of `record` hold codecs only.
  return Object.entries(fields) as [string, Codec<unknown>][]
}

/** With room to grow: one more bit, nought here, behind which a later version may add fields. Such bits are `newer`. */
export function extensible<T>(codec: Codec<T>): Codec<T> {
  return {
    write: (value) => `${codec.write(value)}0`,
    read: (bits) => {
      const value = codec.read(bits)
      if (bits.take(1) === 1) bits.fail('newer')
      return value
    },
  }
}

/** The same bits for values of another form. */
export function mapped<T, U>(
  codec: Codec<U>,
  { to, from }: { readonly to: (value: T) => U; readonly from: (value: U) => T },
): Codec<T> {
  return { write: (value) => codec.write(to(value)), read: (bits) => from(codec.read(bits)) }
}
