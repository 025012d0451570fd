import { citationsOf } from './citations.ts'
import { nominalMilliseconds } from './duration.ts'
import { errorAt, type Issue } from './issue.ts'
import {
  type Applicability,
  boundsOf,
  type Length,
  type Position,
  positionsOn,
  type Protocol,
  readLength,
  requireDuration,
  type Subject,
} from './protocol.ts'
import { textKeysOf } from './texts.ts'

/** Everything wrong with a ledger that its form does not show: names that do not resolve, tests where none may be. */
export function ledgerIssues(protocol: Protocol): readonly Issue[] {
  return [
    ...unknownSources(protocol),
    ...borrowedFacts(protocol),
    ...duplicates(protocol),
    ...treeIssues(protocol),
    ...protocol.subjects.flatMap((subject, s) =>
      subject.positions.flatMap((position, p) =>
        positionIssues(position, protocol, `subjects[${s}].positions[${p}]`),
      ),
    ),
    ...ungatedIssues(protocol),
    ...readingIssues(protocol),
    ...seriesIssues(protocol),
    ...recoveryIssues(protocol),
    ...holdIssues(protocol),
    ...missingTexts(protocol),
  ]
}

function unknownSources(protocol: Protocol): readonly Issue[] {
  return citationsOf(protocol).flatMap(({ source, expression, id }) =>
    Object.hasOwn(protocol.sources, source)
      ? []
      : [
          errorAt(
            `${expression}.source`,
            'not-found',
            `"${id}" cites "${source}", which is no source: add it or correct the code`,
          ),
        ],
  )
}

/** A line carries facts of the source it cites; a reading may rest on several. */
function borrowedFacts(protocol: Protocol): readonly Issue[] {
  return citationsOf(protocol).flatMap(({ kind, source, facts, expression }) => {
    const prefix = protocol.sources[source]?.facts?.prefix
    if (kind === 'reading' || prefix === undefined) return []
    return facts
      .filter((fact) => !fact.startsWith(`${prefix}-`))
      .map((fact) =>
        errorAt(
          `${expression}.fact`,
          'invariant',
          `${fact} is no fact of "${source}", whose facts start with ${prefix}`,
        ),
      )
  })
}

/** Ids are unique within their kind; a task's statements share the task's. */
function duplicates(protocol: Protocol): readonly Issue[] {
  const seen = new Set<string>()
  const lines = [
    ...protocol.subjects.map((subject, s) => ({
      key: `subject ${subject.subject}`,
      expression: `subjects[${s}].subject`,
    })),
    ...citationsOf(protocol)
      .filter(({ kind }) => kind !== 'task')
      .map(({ kind, id, expression }) => ({
        key: `${kind} ${id}`,
        expression: `${expression}.id`,
      })),
    ...protocol.tasks.map((task, t) => ({ key: `task ${task.id}`, expression: `tasks[${t}].id` })),
  ]
  return lines.flatMap(({ key, expression }) => {
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [errorAt(expression, 'duplicate', `${key} stands twice: give one another name`)]
  })
}

function treeIssues(protocol: Protocol): readonly Issue[] {
  const codes = new Set(protocol.subjects.map((subject) => subject.subject))
  const unknown = (code: string, expression: string) =>
    codes.has(code)
      ? []
      : [errorAt(expression, 'not-found', `"${code}" is no subject: add it or correct the code`)]
  return [
    ...protocol.subjects.flatMap((subject, s) => [
      ...(subject.broader === undefined ? [] : unknown(subject.broader, `subjects[${s}].broader`)),
      ...cycleIssues(subject, protocol, s),
      ...subject.positions.flatMap((position, p) =>
        (position.except ?? []).flatMap((code, e) =>
          unknown(code, `subjects[${s}].positions[${p}].except[${e}]`),
        ),
      ),
    ]),
    ...protocol.tasks.flatMap((task, t) =>
      task.subject === undefined ? [] : unknown(task.subject, `tasks[${t}].subject`),
    ),
    ...protocol.preparation.flatMap((one, k) =>
      one.subject === undefined ? [] : unknown(one.subject, `preparation[${k}].subject`),
    ),
    ...protocol.series.events.flatMap((event, k) =>
      event.subjects.flatMap((code, c) => unknown(code, `series.events[${k}].subjects[${c}]`)),
    ),
  ]
}

function cycleIssues(subject: Subject, protocol: Protocol, index: number): readonly Issue[] {
  const broaderOf = new Map(protocol.subjects.map((one) => [one.subject, one.broader]))
  let next = subject.broader
  for (let steps = 0; next !== undefined && steps <= protocol.subjects.length; steps++) {
    if (next === subject.subject) {
      return [
        errorAt(
          `subjects[${index}].broader`,
          'invariant',
          `"${subject.subject}" is broader than itself: the tree has a cycle`,
        ),
      ]
    }
    next = broaderOf.get(next)
  }
  return []
}

const RISK_TESTS = [
  'device',
  'needleDepthMm',
  'fitzpatrickSkinType',
  'medicines',
  'history',
] as const

interface Rule {
  readonly field: string
  readonly broken: (position: Position, protocol: Protocol) => boolean
  readonly text: string
}

const waitsForSigns = ({ window }: Position) => window?.and?.includes('settled') ?? false

const POSITION_RULES: readonly Rule[] = [
  {
    field: 'when',
    broken: ({ when, stance }) => when !== undefined && stance === 'continue',
    text: 'a "continue" has no tests: nobody loses it by a missing fact',
  },
  {
    field: 'when',
    broken: ({ when, stance }) =>
      when !== undefined && (stance === 'use' || stance === 'allow') && testsRisk(when),
    text: `"use" and "allow" may not test ${RISK_TESTS.join(', ')}: those gate only avoid, limit and ask`,
  },
  {
    field: 'window.and',
    broken: (position) =>
      waitsForSigns(position) && position.stance !== 'avoid' && position.stance !== 'limit',
    text: 'only avoid and limit wait for signs',
  },
  {
    field: 'window.until',
    broken: (position) =>
      waitsForSigns(position) && (position.window?.until ?? 'cleared') === 'cleared',
    text: "settled never stands alone: give a timed part, the source's own or {reading: typical-recovery}",
  },
  {
    field: 'window.signs',
    broken: (position) => position.window?.signs !== undefined && !waitsForSigns(position),
    text: 'signs belong to "and: settled"',
  },
  {
    field: 'window.maybe',
    broken: ({ window, stance }) =>
      window?.maybe !== undefined && (stance !== 'avoid' || window.until !== undefined),
    text: 'a "maybe" is an open avoid with a number the source may not mean: no "until" beside it',
  },
  {
    field: 'window.until',
    broken: ({ window }, protocol) => window !== undefined && endsBeforeStart(window, protocol),
    text: 'the window ends before it starts: "until" must be later than "from" or the session, "atMost" no less than "atLeast"',
  },
]

function positionIssues(position: Position, protocol: Protocol, at: string): readonly Issue[] {
  return POSITION_RULES.filter(({ broken }) => broken(position, protocol)).map(({ field, text }) =>
    errorAt(`${at}.${field}`, 'invariant', text),
  )
}

function testsRisk(when: Applicability): boolean {
  return [when, ...(when.anyOf ?? [])].some((tests) =>
    RISK_TESTS.some((key) => tests[key] !== undefined),
  )
}

function endsBeforeStart(window: NonNullable<Position['window']>, protocol: Protocol): boolean {
  const { from, until } = window
  if (until === undefined || until === 'cleared') return false
  const { atLeast, atMost } = boundsOf(until)
  const [start, least, most] = [from, atLeast, atMost].map((length) => nominalOf(length, protocol))
  if (least === undefined || most === undefined) return false
  return least > most || (start ?? 0) >= most
}

function nominalOf(length: Length | undefined, protocol: Protocol): number | undefined {
  const text = length === undefined ? undefined : readLength(length, protocol)
  return text === undefined ? undefined : nominalMilliseconds(requireDuration(text))
}

function ungatedIssues(protocol: Protocol): readonly Issue[] {
  const byCode = new Map(protocol.subjects.map((subject) => [subject.subject, subject]))
  return protocol.subjects.flatMap((subject, s) => {
    if (subject.group)
      return hasNarrower(subject, protocol)
        ? []
        : [errorAt(`subjects[${s}].group`, 'invariant', 'a pure group needs a narrower subject')]
    if (positionsOn(subject.subject, byCode).some((position) => !position.when)) return []
    return [
      errorAt(
        `subjects[${s}].positions`,
        'invariant',
        `"${subject.subject}" has no position without a test: it would open where nothing is known`,
      ),
    ]
  })
}

function hasNarrower(subject: Subject, protocol: Protocol): boolean {
  return protocol.subjects.some((one) => one.broader === subject.subject)
}

function readingIssues(protocol: Protocol): readonly Issue[] {
  const { subjects, course, tasks, series, preparation, triage } = protocol
  const found = readingsIn({ subjects, course, tasks, series, preparation, triage }, '')
  return found.flatMap(({ reading, expression }) =>
    readLength({ reading }, protocol) === undefined
      ? [
          errorAt(
            expression,
            'not-found',
            `"${reading}" is no reading: add it to the table of vague words`,
          ),
        ]
      : [],
  )
}

interface ReadingUse {
  readonly reading: string
  readonly expression: string
}

/** Every `{reading: ...}` inside a value, with its path. */
function readingsIn(value: unknown, at: string): readonly ReadingUse[] {
  if (typeof value !== 'object' || value === null) return []
  if ('reading' in value && typeof value.reading === 'string')
    return [{ reading: value.reading, expression: at }]
  const path = (key: string) =>
    Array.isArray(value) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`
  return Object.entries(value).flatMap(([key, one]) => readingsIn(one, path(key)))
}

/** The typical recovery end is some time off, and the outer one no sooner: open avoids rest on both. */
function recoveryIssues({ readings }: Protocol): readonly Issue[] {
  const typical = nominalMilliseconds(requireDuration(readings.typicalRecoveryEnd.until))
  const outer = nominalMilliseconds(requireDuration(readings.outerRecoveryEnd.until))
  if (typical > 0 && outer >= typical) return []
  return [
    errorAt(
      'readings',
      'invariant',
      'the typical recovery end must be later than the session and no later than the outer one',
    ),
  ]
}

/** Ranges of a series: in one kind of unit, the least before the most, and one of each without a test. */
function seriesIssues({ series }: Protocol): readonly Issue[] {
  const { sessions, spacing, maintenance } = series
  return [
    ...spacing.flatMap((rule, k) => rangeIssues(rule, 'days', `series.spacing[${k}]`)),
    ...maintenance.flatMap((rule, k) => rangeIssues(rule, 'months', `series.maintenance[${k}]`)),
    ...sessions.flatMap(countIssues),
    ...ungatedRule('spacing', spacing),
    ...ungatedRule('maintenance', maintenance),
    ...ungatedRule(
      'sessions',
      sessions.filter((rule) => rule.atLeast !== undefined),
    ),
  ]
}

function countIssues(
  { atLeast, atMost }: Protocol['series']['sessions'][number],
  k: number,
): readonly Issue[] {
  if (atLeast === undefined || atMost === undefined || atLeast <= atMost) return []
  return [
    errorAt(`series.sessions[${k}]`, 'invariant', '"atLeast" is more than "atMost": change one'),
  ]
}

function ungatedRule(
  key: string,
  rules: readonly { readonly when?: Applicability | undefined }[],
): readonly Issue[] {
  if (rules.some((rule) => !rule.when)) return []
  return [
    errorAt(
      `series.${key}`,
      'invariant',
      'at least one rule with an "atLeast" must have no test: add one, or drop a "when"',
    ),
  ]
}

function rangeIssues(
  range: { readonly atLeast: string; readonly atMost: string },
  kind: 'days' | 'months',
  at: string,
): readonly Issue[] {
  const [least, most] = [requireDuration(range.atLeast), requireDuration(range.atMost)]
  if (least.kind !== kind || most.kind !== kind) {
    const example =
      kind === 'days' ? 'days or weeks, such as P28D or P4W' : 'months or years, such as P6M or P1Y'
    return [errorAt(at, 'value', `is to be given in ${example}`)]
  }
  const ordered = nominalMilliseconds(least) <= nominalMilliseconds(most)
  return ordered ? [] : [errorAt(at, 'invariant', '"atLeast" is longer than "atMost": change one')]
}

/** A hold needs something to rest on, and one that reports end needs signs to be reported. */
function holdIssues({ series }: Protocol): readonly Issue[] {
  return series.holds.flatMap(({ signs, when, uncovered, until }, k) => {
    if (!signs && !when && !uncovered)
      return [
        errorAt(
          `series.holds[${k}]`,
          'invariant',
          'a hold rests on "signs", "when" or "uncovered": this one would stop everybody for ever',
        ),
      ]
    if (until === 'settled' && !signs)
      return [
        errorAt(
          `series.holds[${k}].until`,
          'invariant',
          'only signs settle: name "signs", or wait until cleared',
        ),
      ]
    return []
  })
}

function missingTexts(protocol: Protocol): readonly Issue[] {
  const keys = textKeysOf(protocol)
  return Object.entries(protocol.texts).flatMap(([locale, texts]) =>
    keys
      .filter((key) => !Object.hasOwn(texts, key))
      .map((key) => errorAt(`texts.${locale}`, 'required', `the text "${key}" is missing`)),
  )
}
