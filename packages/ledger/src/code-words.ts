import {
  ADJUNCTS,
  BODY_SITES,
  DEVICES,
  HISTORY,
  INDICATIONS,
  MEDICINES,
  PROCEDURE_CODES,
  SETTINGS,
} from '@afterglow/engine'
import { folded } from './fold.ts'
import { wordList } from './word-list.ts'

const LISTS = {
  device: DEVICES,
  setting: SETTINGS,
  bodySites: BODY_SITES,
  adjuncts: ADJUNCTS,
  indications: INDICATIONS,
  medicines: MEDICINES,
  history: HISTORY,
} as const satisfies Readonly<Record<string, readonly string[]>>

/** A field of the session file that takes words of a closed list. */
export type ListName = keyof typeof LISTS

export function isListName(name: string): name is ListName {
  return Object.hasOwn(LISTS, name)
}

type Words = Readonly<Record<string, readonly string[]>>

/** What people write for a code, read only as a whole. A brand stands here only where all its devices are of one kind. */
const WORDS: Readonly<Partial<Record<ListName, Words>>> = {
  device: {
    pen: wordList(`
      microneedling pen, needling pen, needle pen, electric pen, derma pen, dermapen,
      skinpen, skin pen, dr pen, rejuvapen, micropen
    `),
    stamp: wordList('derma stamp, dermastamp, needle stamp, microneedle stamp'),
    roller: wordList(`
      derma roller, dermaroller, needle roller, microneedle roller, microroller, home roller
    `),
    rf: wordList('morpheus, vivace, potenza, infini, intracel, sylfirm, scarlet, profound'),
    unknown: wordList('i dont know, dont know, not known, not sure'),
  },
  setting: {
    clinic: wordList('at a clinic, salon, at a salon, doctor, doctors office, spa'),
    home: wordList('at home, self, diy'),
  },
  bodySites: {
    face: wordList('cheek, cheeks, forehead, chin, nose, whole face, full face'),
    chest: wordList('decolletage, decollete'),
    hands: ['hand'],
    arms: ['arm'],
    abdomen: wordList('belly, stomach, tummy'),
    buttocks: wordList('buttock, bottom'),
    legs: wordList('leg, thigh, thighs'),
  },
  adjuncts: {
    prp: ['platelet rich plasma', 'plasma', 'vampire facial'],
    'hyaluronic-acid': ['hyaluronic'],
    'chemical-peel': ['peel', 'acid peel'],
    exosomes: ['exosome'],
  },
  history: {
    'herpes-simplex': ['cold sore', 'cold sores', 'herpes'],
    keloid: ['keloids', 'keloid scars'],
    diabetes: ['diabetic'],
    pregnancy: ['pregnant'],
    breastfeeding: ['breast feeding'],
    'active-acne': ['acne', 'breakout'],
    smoker: ['smoking', 'i smoke'],
  },
}

/** `RF pen`, `Morpheus8`: heat by radio waves, whatever stands beside it. */
const RADIOFREQUENCY = /\brf\b|radio ?frequency|^morpheus ?\d/

/** The code of a list that a word means, in any case and spelling; the word as it is where none fits. */
export function codeIn(list: ListName, word: string): string {
  const said = folded(word)
  if (list === 'device' && RADIOFREQUENCY.test(said)) return 'rf'
  const own = LISTS[list].find((code) => folded(code) === said)
  return own ?? codeOf(said, WORDS[list] ?? {}) ?? word
}

/** Every code of a list and every word that is read as one. */
export function wordsIn(list: ListName): readonly string[] {
  return [...LISTS[list], ...Object.values(WORDS[list] ?? {}).flat()]
}

/** `Micro-needling` is the procedure that protocols are written for; any other word is another procedure's. */
export function procedureCode(word: string): string {
  const said = folded(word)
  const isNeedling = PROCEDURE_CODES.some((code) => code === said.replaceAll(' ', ''))
  if (isNeedling) return said.replaceAll(' ', '')
  return ADJUNCTS.find((code) => folded(code) === said) ?? word
}

function codeOf(said: string, words: Words): string | undefined {
  return Object.keys(words).find((code) => words[code]?.some((one) => folded(one) === said))
}
