import { assess } from '@afterglow/engine'
import type { OwnMention } from '../ask/own-subjects.ts'
import type { Asked, LabelFinding } from './findings.ts'
import type { LabelReading } from './read-label.ts'

/** Finds a plan's own subjects in a text. */
export type OwnReader = (text: string) => readonly OwnMention[]

/** A product as it was told. */
interface Told {
  readonly product: string
  readonly list: string
  readonly read: LabelReading
}

export interface WithOwn {
  /** With what may be an own subject and cannot be told, as not recognised. */
  readonly read: LabelReading
  readonly ownFindings: readonly LabelFinding[]
  readonly isGuessed: boolean
}

/** What a product's name and list say of the plan's own subjects; a name inside a list that was read is no slip of one. */
export function withOwn(asked: Asked, { product, list, read }: Told, own?: OwnReader): WithOwn {
  if (own === undefined) return { read, ownFindings: [], isGuessed: false }
  const inName = own(product)
  const inList = own(list).filter(({ isGuess }) => !isGuess)
  const slips = own(read.unrecognised.join(', ')).filter(({ isGuess }) => isGuess)
  const guessed = [...inName.filter(({ isGuess }) => isGuess), ...slips].map(({ words }) => words)
  return {
    read: { ...read, unrecognised: [...new Set([...read.unrecognised, ...guessed])] },
    ownFindings: [
      ...inName.map((one) => findingOf(asked, one, 'name')),
      ...[...inList, ...slips].map((one) => findingOf(asked, one, 'list')),
    ],
    isGuessed: guessed.length > 0,
  }
}

function findingOf(
  { plan, at }: Asked,
  { subject, words }: OwnMention,
  from: LabelFinding['from'],
): LabelFinding {
  const { status, opensAt, nextChangeAt } = assess(plan, subject, at)
  const names = { ingredient: words, asWritten: words, from, class: subject, subject }
  return { ...names, status, opensAt, nextChangeAt, trace: false }
}
