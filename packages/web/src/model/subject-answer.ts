import {
  assess,
  type Change,
  type Done,
  type Explanation,
  explain,
  type Instant,
  type ProtocolSource,
  type Reason,
  type Status,
  type Verdict,
  type VoiceExplained,
} from '@afterglow/engine'
import { type Care, endedProcedures } from './care.ts'
import { childrenOf, rootOf } from './entry.ts'
import { type Figure, figureOf } from './figure.ts'
import { type Note, noteOf } from './note.ts'
import { type Span, spansFrom } from './span.ts'

/** The answer to "can I?" as a screen shows it: what holds, from when to when, what follows, and who says so. */
export interface SubjectAnswer {
  readonly subject: string
  /** The topmost subject above it. */
  readonly group: string
  /** Whether a protocol of the plan knows the subject; where none does, the clinic is asked. */
  readonly isKnown: boolean
  readonly isMedicine: boolean
  /** Whether no session has ended yet: then the status is `unknown` and what will open is known. */
  readonly isPlanned: boolean
  /** Whether nothing holds it back and no source speaks for it either. */
  readonly isFree: boolean
  readonly status: Status
  readonly since: Instant | null
  readonly opensAt: Instant | null
  /** What it will be when it opens; null where no time opens it. */
  readonly opensAs: Status | null
  readonly nextChangeAt: Instant | null
  readonly changedBy: readonly Change[]
  readonly note: Note | null
  /** The present answer and all that follow by time alone: not before X, then with care until Y, then free. */
  readonly spans: readonly Span[]
  readonly governing: Reason | null
  /** Every source's own word, in ledger order; of a group, those of the narrower subject that decides. */
  readonly voices: readonly Voice[]
  readonly decidedBy: string
  readonly disagreement: Disagreement
  /** The earliest instant that a clinician may open it at; null where no source gives a figure to go down to. */
  readonly floor: Instant | null
  /** The session's facts that were not told, for which the stricter reading was taken. */
  readonly unconfirmed: readonly string[]
  /** Subjects right below it, each with its own answer. */
  readonly narrower: readonly NarrowerAnswer[]
  /** What to do about having done it already, for the last time it was reported; null where it was not. */
  readonly done: Done | null
}

/** What one source says, on this person's clock. */
export interface Voice {
  readonly reason: Reason
  readonly source: ProtocolSource | null
  readonly figure: Figure
  readonly from: Instant | null
  readonly until: Instant | null
  readonly earliest: Instant | null
  readonly governs: boolean
}

/** How far the sources that hold it back lie apart, and whether others speak for it. */
interface Disagreement {
  readonly shortest: Instant | null
  readonly longest: Instant | null
  readonly isOpposed: boolean
}

export interface NarrowerAnswer {
  readonly subject: string
  readonly status: Status
  readonly opensAt: Instant | null
  readonly nextChangeAt: Instant | null
}

/** Answers one subject. An unknown subject is answered too: `unknown`, which sends people to the clinic. */
export function subjectAnswer(care: Care, subject: string): SubjectAnswer {
  const { planner, plan, at } = care
  const explanation = explain(planner, plan, { subject, at })
  const { verdict } = explanation
  const { status, since, opensAt, nextChangeAt, changedBy, governing } = verdict
  const isKnown = Object.hasOwn(plan.subjects, subject)
  return {
    subject,
    group: rootOf(plan, subject),
    isKnown,
    isMedicine: isMedicine(care, subject),
    isPlanned: isKnown && endedProcedures(care).length === 0,
    isFree: status === 'allowed' && governing === null && !verdict.narrower,
    status,
    since,
    opensAt,
    nextChangeAt,
    // One of the voices may end in time while another, as strict, does not.
    changedBy: changedBy.filter((change) => change !== 'time' || nextChangeAt !== null),
    governing,
    opensAs: opensAt === null ? null : assess(plan, subject, opensAt).status,
    note: noteOf(verdict),
    spans: spansFrom(plan, subject, at),
    ...voicesOf(care, explanation),
    floor: explanation.floor,
    narrower: childrenOf(plan, subject).map((code) => narrowerAnswer(care, code)),
    done: lastDone(care, subject),
  }
}

type Spoken = Pick<SubjectAnswer, 'voices' | 'decidedBy' | 'disagreement' | 'unconfirmed'>

function voicesOf({ planner }: Care, { verdict, voices }: Explanation): Spoken {
  const protocols = planner.shelves.map(({ compiled }) => compiled.protocol)
  const unconfirmed = voices.flatMap(({ reason }) => reason.unconfirmed ?? [])
  return {
    voices: voices.map((voice) => ({
      ...voice,
      figure: figureOf(voice.reason.window, protocols),
    })),
    decidedBy: decidingSubject(verdict),
    disagreement: disagreementOf(voices),
    unconfirmed: [...new Set(unconfirmed)],
  }
}

/** Of a group, the first narrower subject that has the group's status: the one whose voices are shown. */
function decidingSubject(verdict: Verdict): string {
  const below = verdict.narrower?.find((one) => one.status === verdict.status)
  return below ? decidingSubject(below) : verdict.subject
}

function disagreementOf(voices: readonly VoiceExplained[]): Disagreement {
  const ends = voices
    .filter(({ reason }) => reason.stance === 'avoid' || reason.stance === 'ask')
    .flatMap(({ until, earliest }) => [until, earliest])
    .filter((end) => end !== null)
  const stances = new Set(voices.map(({ reason }) => reason.stance))
  const bounds =
    new Set(ends).size > 1
      ? { shortest: Math.min(...ends), longest: Math.max(...ends) }
      : { shortest: null, longest: null }
  return {
    ...bounds,
    isOpposed: stances.has('avoid') && (stances.has('use') || stances.has('allow')),
  }
}

/** A medicine, or a group that holds one: with both stands the word that nobody stops it on their own. */
function isMedicine({ plan }: Care, code: string): boolean {
  const subject = plan.subjects[code]
  return (
    subject !== undefined &&
    (subject.medicine || subject.narrower.some((below) => plan.subjects[below]?.medicine))
  )
}

function narrowerAnswer({ plan, at }: Care, code: string): NarrowerAnswer {
  const { subject, status, opensAt, nextChangeAt } = assess(plan, code, at)
  return { subject, status, opensAt, nextChangeAt }
}

function lastDone({ plan, at }: Care, subject: string): Done | null {
  const told = plan.done.filter((one) => one.subject === subject && one.at <= at)
  return told.toSorted((a, b) => b.at - a.at)[0] ?? null
}
