import { allFound, foundAt, type Token } from '../words/lexicon.ts'
import type { AskTopic } from './answer.ts'
import type { SaidSigns } from './find-signs.ts'
import type { SaidSubject } from './find-subjects.ts'
import type { Cue } from './intent-words.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What kind of answer a message without an alarm asks for. */
export type Intent =
  | { readonly kind: 'verdict' | 'unknown' }
  | { readonly kind: 'info'; readonly topic: AskTopic }

/** Cues by the longest phrase at each place. */
export function findCues({ cues }: Vocabulary, tokens: readonly Token[]): ReadonlySet<Cue> {
  const said = new Set<Cue>()
  for (let k = 0; k < tokens.length; ) {
    const found = foundAt(cues, tokens, k)
    const end = found[0]?.end ?? k + 1
    for (const { value } of found.filter((one) => one.end === end)) said.add(value)
    k = end
  }
  return said
}

interface Heard {
  readonly cues: ReadonlySet<Cue>
  readonly subjects: readonly SaidSubject[]
  readonly signs: SaidSigns
  /** Whether the message speaks of the treatment itself. */
  readonly isOfTreatment: boolean
  /** Words that nobody understood are in it. */
  readonly hasUnread: boolean
  readonly length: number
}

export function intentOf(heard: Heard): Intent {
  const { cues, subjects, signs } = heard
  const isAsking = cues.has('may') || cues.has('when')
  if (cues.has('elsewhere') && !(isAsking && subjects.length > 0)) return { kind: 'unknown' }
  if (cues.has('next-session') && (subjects.length === 0 || !cues.has('may')))
    return info('next-session')
  if (isDone(heard)) return info('done')
  if (cues.has('what-to-use')) return info('what-to-use')
  const ofSigns = intentOfSigns(heard, isAsking)
  if (ofSigns) return ofSigns
  if (subjects.length > 0)
    return isDefinition(heard, isAsking) ? info('what-is') : { kind: 'verdict' }
  if (cues.has('results')) return info('results')
  if (isOfNextSession(heard)) return info('next-session')
  if (cues.has('course')) return info('course')
  if (cues.has('what-is') && heard.isOfTreatment) return info('what-is')
  return signs.others.length > 0 ? info('is-normal') : { kind: 'unknown' }
}

/** When the treatment itself can be, and nothing else: `how long between treatments`. */
function isOfNextSession({ cues, signs, isOfTreatment, hasUnread }: Heard): boolean {
  const isOfAfter = cues.has('planned') || cues.has('course') || cues.has('long')
  return isOfTreatment && cues.has('when') && !isOfAfter && !hasUnread && signs.others.length === 0
}

function intentOfSigns({ cues, subjects, signs }: Heard, isAsking: boolean): Intent | undefined {
  if (signs.others.length === 0) return undefined
  if (cues.has('long') && (subjects.length === 0 || !isAsking)) return info('course')
  const isWorried = cues.has('normal') && !cues.has('may')
  if (isWorried || (subjects.length === 0 && !cues.has('results'))) return info('is-normal')
  return undefined
}

/** Asking whether one may is no telling of what was done, unless it was a slip. */
export function isDone({ cues, subjects }: Pick<Heard, 'cues' | 'subjects'>): boolean {
  if (subjects.length === 0 || !cues.has('done')) return false
  return !cues.has('may') && !cues.has('when')
}

const SHORT = 7

function isDefinition({ cues, length }: Heard, isAsking: boolean): boolean {
  return cues.has('what-is') && !isAsking && length <= SHORT
}

function info(topic: AskTopic): Intent {
  return { kind: 'info', topic }
}

export function speaksOfTreatment({ times }: Vocabulary, tokens: readonly Token[]): boolean {
  return allFound(times, tokens).some(({ value }) => value.kind === 'session')
}
