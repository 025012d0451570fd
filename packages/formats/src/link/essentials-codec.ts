import type { PatientFacts } from '@afterglow/engine'
import { type BitReader, bitsOf } from './bits.ts'
import { type Codec, fixed, mapped, record } from './codec.ts'
import { BOUNDS, type Essentials, FIRST_END, LEFT_OUT, type LeftOut } from './essentials.ts'
import { SHORT_WORDS, UNNAMED } from './short-words.ts'
import { ZONE_TABLE } from './zone-table.ts'

const MINUTE_MS = 60_000

/** One of a list, `unnamed` for any other word, or nothing: 0. */
function placed(words: readonly string[], width: number): Codec<string | undefined> {
  const number = fixed(width)
  const all = [...words, UNNAMED]
  return {
    write: (value) => number.write(value === undefined ? 0 : all.indexOf(value) + 1 || all.length),
    read: (bits) => {
      const place = number.read(bits)
      if (place > all.length) bits.fail('damaged')
      return all[place - 1]
    },
  }
}

/** How a set of words is told, in two bits. */
const MISSING = 0
const USUAL = 1
const NAMED = 2

/** A set of words in the order of its list: not known, the usual one, or a bit for each, with or without `unnamed`. */
function wordSet(
  words: readonly string[],
  usual: readonly string[],
): Codec<readonly string[] | undefined> {
  const tag = fixed(2)
  const bitmap = (value: readonly string[]) =>
    words.map((word) => (value.includes(word) ? '1' : '0')).join('')
  return {
    write: (value) => {
      if (value === undefined) return tag.write(MISSING)
      const isNamed = value.every((word) => words.includes(word))
      const isUsual = isNamed && bitmap(value) === bitmap(usual)
      return isUsual ? tag.write(USUAL) : tag.write(isNamed ? NAMED : NAMED + 1) + bitmap(value)
    },
    read: (bits) => {
      const told = tag.read(bits)
      if (told === MISSING) return undefined
      if (told === USUAL) return usual
      const named = wordsIn(words, bits)
      return told === NAMED ? named : [...named, UNNAMED]
    },
  }
}

function wordsIn(words: readonly string[], bits: BitReader): string[] {
  return words.filter(() => bits.take(1) === 1)
}

const FITZPATRICK = ['I', 'II', 'III', 'IV', 'V', 'VI', 'unknown'] as const

const fitzpatrickSkinType: Codec<PatientFacts['fitzpatrickSkinType']> = {
  write: (value) => bitsOf(value === undefined ? 0 : FITZPATRICK.indexOf(value) + 1, 3),
  read: (bits) => FITZPATRICK[bits.take(3) - 1],
}

const depthSteps = mapped(fixed(7), {
  to: (depthMm: number | undefined) => Math.round((depthMm ?? 0) * BOUNDS.depthStepsPerMm),
  from: (steps) => (steps === 0 ? undefined : steps / BOUNDS.depthStepsPerMm),
})

const SHALLOWEST_MM = 0.1
const DEEPEST_MM = 5

const needleDepthMm: Codec<number | undefined> = {
  write: depthSteps.write,
  read: (bits) => {
    const depthMm = depthSteps.read(bits)
    if (depthMm !== undefined && (depthMm < SHALLOWEST_MM || depthMm > DEEPEST_MM))
      bits.fail('damaged')
    return depthMm
  },
}

const sessionNumber: Codec<number | undefined> = {
  write: (value) => (value === undefined ? '0' : `1${bitsOf(value - 1, 4)}`),
  read: (bits) => (bits.take(1) === 0 ? undefined : bits.take(4) + 1),
}

/** Mostly nothing, or details alone: one bit, or two; else two and one for each kind. */
const leftOut: Codec<readonly LeftOut[]> = {
  write: (value) => {
    if (value.length === 0) return '0'
    if (value.join() === 'details') return '10'
    return `11${LEFT_OUT.map((one) => (value.includes(one) ? '1' : '0')).join('')}`
  },
  read: (bits) => {
    if (bits.take(1) === 0) return []
    return bits.take(1) === 0 ? ['details'] : LEFT_OUT.filter(() => bits.take(1) === 1)
  },
}

/** The fields in the order that they stand in here. */
export const essentialsCodec: Codec<Essentials> = record<Essentials>(
  {
    endedAt: mapped(fixed(23), {
      to: (at: number) => (at - FIRST_END) / MINUTE_MS,
      from: (minutes) => FIRST_END + minutes * MINUTE_MS,
    }),
    zone: placed(ZONE_TABLE, 10),
    isMicroneedling: mapped(fixed(1), {
      to: (value: boolean) => Number(value),
      from: (bit) => bit === 1,
    }),
    device: placed(SHORT_WORDS.devices, 3),
    needleDepthMm,
    setting: placed(SHORT_WORDS.settings, 2),
    bodySites: wordSet(SHORT_WORDS.bodySites, ['face']),
    adjuncts: wordSet(SHORT_WORDS.adjuncts, []),
    fitzpatrickSkinType,
    medicines: wordSet(SHORT_WORDS.medicines, []),
    history: wordSet(SHORT_WORDS.history, []),
    sessionNumber,
    leftOut,
  },
  {},
)
