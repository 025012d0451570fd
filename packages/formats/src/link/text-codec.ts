import { type BitReader, type Bits, bitsOf } from './bits.ts'
import { type Codec, uint } from './codec.ts'

/** One way to write a text: only some texts fit the shorter ones. */
interface Script {
  readonly fits: (text: string) => boolean
  /** The text as numbers of `width` bits. */
  readonly units: (text: string) => readonly number[]
  readonly width: number
  /** The text of such numbers; undefined where they are none. */
  readonly text: (units: readonly number[]) => string | undefined
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz -.,'+"
const ASCII = /^[ -~\n]*$/

const letters: Script = {
  fits: (text) => Array.from(text).every((letter) => LETTERS.includes(letter)),
  units: (text) => Array.from(text, (letter) => LETTERS.indexOf(letter)),
  width: 5,
  text: (units) => units.map((unit) => LETTERS[unit]).join(''),
}

const ascii: Script = {
  fits: (text) => ASCII.test(text),
  units: codeUnitsOf,
  width: 7,
  text: (units) => {
    const found = fromCodeUnits(units)
    return ASCII.test(found) ? found : undefined
  },
}

const utf8: Script = {
  fits: (text) => text.isWellFormed(),
  units: (text) => [...new TextEncoder().encode(text)],
  width: 8,
  text: (units) => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
        Uint8Array.from(units),
      )
    } catch {
      return undefined
    }
  },
}

/** Half of a pair of surrogates alone is in no encoding; JSON can hold it all the same. */
const codeUnits: Script = {
  fits: () => true,
  units: codeUnitsOf,
  width: 16,
  text: fromCodeUnits,
}

function codeUnitsOf(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, k) => text.charCodeAt(k))
}

function fromCodeUnits(units: readonly number[]): string {
  return units.map((unit) => String.fromCharCode(unit)).join('')
}

/** In order of length; the number of a script is written in two bits. */
const SCRIPTS = [letters, ascii, utf8, codeUnits] as const
const SCRIPT_BITS = 2
const LENGTH = uint(4)

/** Any text of `least` to `most` UTF-16 code units that `accepts` likes. */
export function textBetween(
  { least, most }: { readonly least: number; readonly most: number },
  accepts: (text: string) => boolean = () => true,
): Codec<string> {
  return {
    write: writeText,
    read: (bits) => {
      const read = readText(bits, most)
      if (read.length < least || read.length > most || !accepts(read)) bits.fail('damaged')
      return read
    },
  }
}

function writeText(value: string): Bits {
  const number = SCRIPTS.findIndex((script) => script.fits(value))
  // The last script fits every text.
  const { units, width } = SCRIPTS[number] as Script
  const numbers = units(value)
  return (
    bitsOf(number, SCRIPT_BITS) +
    LENGTH.write(numbers.length) +
    numbers.map((unit) => bitsOf(unit, width)).join('')
  )
}

const MOST_UNITS_EACH = 3

function readText(bits: BitReader, most: number): string {
  // Two bits are one of the four scripts.
  const script = SCRIPTS[bits.take(SCRIPT_BITS)] as Script
  const count = LENGTH.read(bits)
  if (count > most * MOST_UNITS_EACH) bits.fail('damaged')
  const units: number[] = []
  while (units.length < count && bits.trouble() === undefined) units.push(bits.take(script.width))
  const read = script.text(units)
  if (read === undefined) bits.fail('damaged')
  return read ?? ''
}
