import {
  DEVICES,
  fail,
  type Issue,
  parseProtocol,
  type Protocol,
  type Result,
  type Subject,
  succeed,
} from '@afterglow/engine'
import {
  type AdoptionChanges,
  changesProtocol,
  type OwnPosition,
  type OwnSubject,
  type Words,
} from './adoption-changes.ts'
import { changeIssues, withOwnSubjects } from './adoption-issues.ts'
import { commonExceptions, hasOpenAvoid, hearersOf, type Position } from './adoption-tree.ts'

export interface AdoptingClinic {
  readonly clinicId: string
  readonly name: string
}

/** The clinic in codes and versions: the beginning of its id. */
export function shortIdOf({ clinicId }: AdoptingClinic): string {
  return clinicId.slice(0, 8)
}

/**
 * A published protocol as a clinic has it: every line of it, and the clinic's own beside them, so that the strictest of all
 * wins. It never opens anything sooner; what is shortened is no part of it. Its version is still the base's.
 */
export function derivedProtocol(
  base: Protocol,
  changes: AdoptionChanges,
  clinic: AdoptingClinic,
): Result<Protocol> {
  const issues = changeIssues(base, changes, `clinic-${shortIdOf(clinic)}`)
  if (issues.length > 0) return fail(issues)
  if (!changesProtocol(changes)) return succeed(base)
  const draft = draftOf({ base, changes, clinic })
  const parsed = parseProtocol(draft)
  return parsed.ok ? parsed : fail(parsed.issues.map((one) => inChanges(one, base, changes)))
}

interface Draft {
  readonly base: Protocol
  readonly changes: AdoptionChanges
  readonly clinic: AdoptingClinic
}

function draftOf({ base, changes, clinic }: Draft): Protocol {
  const own = `clinic-${shortIdOf(clinic)}`
  const tree = withOwnSubjects(base, changes)
  const place = { tree, own }
  return {
    ...base,
    sources: { ...base.sources, ...sourcesOf(changes, clinic) },
    subjects: [
      ...base.subjects.map((subject) => ({
        ...subject,
        positions: [
          ...subject.positions,
          ...changes.lengthen
            .filter((one) => one.subject === subject.subject)
            .map((one) => lengthenedPosition(one, place)),
        ],
      })),
      ...changes.subjects.map((subject) => protocolSubject(subject, place)),
    ],
    information: [
      ...base.information,
      ...changes.texts.map(({ id, topic, source = own }) => ({ id, topic, source })),
    ],
    texts: textsOf(base, changes),
  }
}

function sourcesOf({ sources }: AdoptionChanges, clinic: AdoptingClinic): Protocol['sources'] {
  const source = (title: string, url?: string) => ({
    publisher: clinic.name,
    title,
    kind: 'clinic' as const,
    certainty: 'not-graded' as const,
    ...(url !== undefined && { url }),
  })
  return {
    [`clinic-${shortIdOf(clinic)}`]: source(clinic.name),
    ...Object.fromEntries(sources.map(({ code, label, url }) => [code, source(label, url)])),
  }
}

interface Place {
  readonly tree: Protocol
  /** The source that the clinic itself is. */
  readonly own: string
}

function lengthenedPosition(
  { subject, until, note, source }: AdoptionChanges['lengthen'][number],
  { tree, own }: Place,
): Position {
  const except = commonExceptions(subject, tree)
  return {
    id: `${own}-${subject}`,
    source: source ?? own,
    stance: 'avoid',
    window: { until },
    ...asideFromOpen({ subject, except }, tree),
    ...(except.length > 0 && { except: [...except] }),
    ...(note !== undefined && { note }),
  }
}

/**
 * An open `avoid` ends where another one without a test ends: the clinic's figure would end it. So the clinic's has a test
 * there, and one that holds for everybody.
 */
function asideFromOpen(
  placed: Parameters<typeof hearersOf>[0],
  tree: Protocol,
): Pick<Position, 'when'> {
  const isHeard = hearersOf(placed, tree).some((code) => hasOpenAvoid(code, tree))
  return isHeard ? { when: { device: [...DEVICES] } } : {}
}

function protocolSubject({ subject, broader, positions }: OwnSubject, place: Place): Subject {
  return {
    subject,
    ...(broader !== undefined && { broader }),
    positions: positions.map((position, k) => ownPosition(position, `${subject}-${k + 1}`, place)),
  }
}

function ownPosition(
  { stance, until, text, source }: OwnPosition,
  id: string,
  { tree, own }: Place,
): Position {
  const subject = id.slice(0, id.lastIndexOf('-'))
  return {
    id,
    source: source ?? own,
    stance,
    ...(until !== undefined && { window: { until } }),
    ...(stance === 'avoid' && until !== undefined && asideFromOpen({ subject, except: [] }, tree)),
    ...(text && { why: id }),
  }
}

function textsOf(base: Protocol, { subjects, texts }: AdoptionChanges): Protocol['texts'] {
  const own: readonly (readonly [key: string, words: Words])[] = [
    ...subjects.map((one) => [`subject.${one.subject}`, one.names] as const),
    ...subjects.flatMap(({ subject, positions }) =>
      positions.flatMap(({ text }, k) =>
        text ? [[`why.${subject}-${k + 1}`, text] as const] : [],
      ),
    ),
    ...texts.map((one) => [`information.${one.id}`, one.text] as const),
  ]
  return Object.fromEntries(
    Object.entries(base.texts).map(([locale, given]) => [
      locale,
      { ...given, ...Object.fromEntries(own.map(([key, words]) => [key, wordsIn(locale, words)])) },
    ]),
  )
}

function wordsIn(locale: string, words: Words): string {
  const given = Object.entries(words)
  // The form asks for one language at least.
  return (given.find(([one]) => one === locale)?.[1] ?? words.en ?? given[0]?.[1]) as string
}

/** What the ledger's own reading found, said of the change that it comes from. */
function inChanges(issue: Issue, base: Protocol, { lengthen }: AdoptionChanges): Issue {
  const [, at, rest = ''] = /^subjects\[(\d+)\](.*)$/.exec(issue.expression) ?? []
  const subject = at === undefined ? undefined : base.subjects[Number(at)]
  if (subject) {
    const k = lengthen.findIndex((one) => one.subject === subject.subject)
    const field = rest.endsWith('.source')
      ? 'source'
      : rest.includes('.window')
        ? 'until'
        : 'subject'
    return { ...issue, expression: `changes.lengthen[${k}].${field}` }
  }
  if (at !== undefined) {
    const field = rest.replace('.window', '')
    return {
      ...issue,
      expression: `changes.subjects[${Number(at) - base.subjects.length}]${field}`,
    }
  }
  const [, line, field = ''] = /^information\[(\d+)\](.*)$/.exec(issue.expression) ?? []
  if (line !== undefined)
    return {
      ...issue,
      expression: `changes.texts[${Number(line) - base.information.length}]${field}`,
    }
  return { ...issue, expression: 'changes' }
}
