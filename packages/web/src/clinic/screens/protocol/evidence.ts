import {
  applyPlan,
  assess,
  type Instant,
  parseInstant,
  type Protocol,
  type ProtocolSource,
  type Session,
  type Subject,
} from '@afterglow/engine'
import type { Care } from '../../../model/care.ts'
import { rootOf } from '../../../model/entry.ts'
import { type Figure, figureOf } from '../../../model/figure.ts'
import type { Scale } from '../../../model/scale.ts'
import { type SubjectAnswer, subjectAnswer, type Voice } from '../../../model/subject-answer.ts'
import type { Shortening } from '../../api/adoptions.ts'
import type { Library } from '../../app/library.ts'

/** When the session ended that the evidence is shown for: lengths are read from it, on a clock that never changes. */
export const END: Instant = parseInstant('2026-01-05T12:00:00Z') ?? 0

/** A first session of the protocol's own kind, on somebody of whom nothing speaks against anything. */
function plainSession({ covers }: Pick<Protocol, 'covers'>): Session {
  const [cover] = covers
  return {
    zone: 'UTC',
    procedures: [
      {
        id: 'plain',
        code: cover?.code ?? '',
        endedAt: END,
        ...(cover?.device[0] !== undefined && { device: cover.device[0] }),
        needleDepthMm: 1,
        bodySites: ['face'],
        adjuncts: [],
        setting: 'clinic',
        indications: ['texture'],
        sessionNumber: 1,
      },
    ],
    patient: { fitzpatrickSkinType: 'III', medicines: [], history: [] },
    events: [],
  }
}

interface Said extends Shortening {
  readonly by: string
}

/** The plan by which the chosen values are shown: the engine's own merge, what the clinic shortens included. */
export function evidenceCare(
  { planner, protocols }: Pick<Library, 'planner' | 'protocols'>,
  shortenings: readonly Said[],
): Care | null {
  const [first] = protocols
  if (first === undefined) return null
  const plain = plainSession(first)
  const session: Session = {
    ...plain,
    events: shortenings.map(({ subject, until, reason, by }) => ({
      type: 'override',
      at: END,
      subject,
      window: { until },
      by,
      reason,
    })),
  }
  return { planner, session, plan: applyPlan(planner, session), at: END, zone: 'UTC' }
}

/** One subject in the list of all. */
export interface EvidenceLine {
  readonly subject: string
  readonly group: string
  readonly answer: SubjectAnswer
  /** How many sources say something that counts here. */
  readonly sources: number
  readonly isDisputed: boolean
}

/** Every subject of which a source says something, in the order of the tree. */
export function evidenceLines(care: Care): readonly EvidenceLine[] {
  return Object.entries(care.plan.subjects)
    .filter(([, subject]) => !subject.group)
    .map(([subject]) => evidenceLine(care, subject))
    .filter(({ sources }) => sources > 0)
}

function evidenceLine(care: Care, subject: string): EvidenceLine {
  const answer = subjectAnswer(care, subject)
  const { shortest, isOpposed } = answer.disagreement
  return {
    subject,
    group: rootOf(care.plan, subject),
    answer,
    sources: new Set(answer.voices.map(({ reason }) => `${reason.kind} ${reason.source}`)).size,
    isDisputed: shortest !== null || isOpposed,
  }
}

/** What decides in turn, from the end of the session on: the ids of positions. */
export function governingIds(care: Care, { subject, spans }: SubjectAnswer): ReadonlySet<string> {
  return new Set(
    spans.flatMap(({ start }) => assess(care.plan, subject, start).governing?.id ?? []),
  )
}

/** Who is at the ends of what the sources say, and who stands on which side. */
export interface Sides {
  readonly shortest: { readonly voice: Voice; readonly end: Instant } | null
  readonly longest: { readonly voice: Voice; readonly end: Instant } | null
  readonly speakFor: readonly Voice[]
  readonly speakAgainst: readonly Voice[]
}

export function sidesOf({ voices }: Pick<SubjectAnswer, 'voices'>): Sides {
  const speakAgainst = voices.filter(({ reason }) => reason.stance === 'avoid')
  const ends = voices
    .filter(({ reason }) => reason.stance === 'avoid' || reason.stance === 'ask')
    .flatMap((voice) =>
      [voice.earliest, voice.until].flatMap((end) => (end === null ? [] : [{ voice, end }])),
    )
    .toSorted((a, b) => a.end - b.end)
  return {
    shortest: ends[0] ?? null,
    longest: ends.at(-1) ?? null,
    speakFor: voices.filter(({ reason }) => reason.stance === 'use' || reason.stance === 'allow'),
    speakAgainst,
  }
}

/** A position that does not count for the plain session: what it says, and whose it is. */
export interface OtherPosition {
  readonly id: string
  readonly source: ProtocolSource | null
  readonly sourceCode: string
  readonly position: Subject['positions'][number]
  readonly figure: Figure
}

/** A subject's own positions that are for some people or sessions only. */
export function otherPositions(
  protocols: readonly Protocol[],
  subject: string,
  voices: readonly Voice[],
): readonly OtherPosition[] {
  const shown = new Set(voices.map(({ reason }) => reason.id))
  return protocols.flatMap((protocol) =>
    (protocol.subjects.find((one) => one.subject === subject)?.positions ?? [])
      .filter(({ id }) => !shown.has(id))
      .map((position) => ({
        id: position.id,
        source: protocol.sources[position.source] ?? null,
        sourceCode: position.source,
        position,
        figure: figureOf(position.window ?? null, [protocol]),
      })),
  )
}

/** What the bars are measured by: from the session's end to a little after the last figure. */
export function scaleOf({ voices, spans }: SubjectAnswer): Scale {
  const ends = [...voices.flatMap(({ until }) => until ?? []), ...spans.map(({ start }) => start)]
  const end = Math.max(END + 1, ...ends)
  return { start: END, end: end + (end - END) / 12 }
}
