import type { OwnPosition, OwnSubject, Words } from '../../api/adoptions.ts'
import { type TypedLength, typedLength, untilOf } from './length-field.tsx'
import { givenWords } from './words-field.tsx'

/** What stands in the form of a subject of the clinic's own. */
export interface SubjectEntry {
  readonly names: Words
  readonly broader: string
  readonly positions: readonly PositionEntry[]
}

export interface PositionEntry {
  readonly stance: OwnPosition['stance']
  /** Empty for no end of its own. */
  readonly length: TypedLength
  readonly text: Words
  readonly source: string
}

export const OWN_STANCES = [
  'avoid',
  'limit',
  'ask',
  'use',
  'allow',
] as const satisfies readonly OwnPosition['stance'][]

export function subjectEntry(known: OwnSubject | undefined): SubjectEntry {
  return {
    names: known?.names ?? {},
    broader: known?.broader ?? '',
    positions: (known?.positions ?? []).map(({ stance, until, text, source }) => ({
      stance,
      length: typedLength(until),
      text: text ?? {},
      source: source ?? '',
    })),
  }
}

/** What keeps it out of the draft: no name, a length that is none, or nothing that it says. */
export type SubjectTrouble = 'names' | 'length' | 'nothing-said'

export function subjectTrouble({ names, broader, positions }: SubjectEntry): SubjectTrouble | null {
  if (givenWords(names) === null) return 'names'
  if (positions.some(({ length }) => isNoLength(length))) return 'length'
  return broader === '' && positions.length === 0 ? 'nothing-said' : null
}

/** Something is typed, and it is no length. */
export function isNoLength(length: TypedLength): boolean {
  return length.count.trim() !== '' && untilOf(length) === null
}

export function subjectIn(
  { names, broader, positions }: SubjectEntry,
  subject: string,
): OwnSubject {
  return {
    subject,
    names: givenWords(names) ?? {},
    ...(broader !== '' && { broader }),
    positions: positions.map(positionIn),
  }
}

function positionIn({ stance, length, text, source }: PositionEntry): OwnPosition {
  const [until, words] = [untilOf(length), givenWords(text)]
  return {
    stance,
    ...(until !== null && { until }),
    ...(words !== null && { text: words }),
    ...(source !== '' && { source }),
  }
}
