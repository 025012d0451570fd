import { type Instant, planSeries } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import { unplanned } from '../care/hear-message.ts'
import { readCares } from '../care/patient-care.ts'
import {
  countSeries,
  endedSpan,
  plannedSpan,
  type SeriesCandidate,
  seriesCandidates,
  type SeriesSpan,
  wholeSpan,
} from '../care/series-candidates.ts'
import { type PatientSeries, seriesJson, seriesOf } from '../care/series-of.ts'
import { cursorOf, isId, isInstant, OTHER_CURSOR, pageQuery, readCursor } from '../http/page.ts'
import { done, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, type Route, STAFF } from '../http/route.ts'
import { newestAdoption } from '../store/patient-record.ts'
import { instantForm } from './forms.ts'

const STATES = ['due', 'planned', 'to-confirm', 'held', 'all'] as const
const DAY_MS = 86_400_000
/** A page looks at so many patients for each one that it may show: it ends early rather than go through a whole clinic. */
const ROUNDS = 4

const date = z.string().describe('A local date')
const seriesForm = z.object({
  patientId: z.uuid(),
  name: z.string(),
  done: z.array(z.object({ endedAt: instantForm, sessionNumber: z.number() })),
  planned: z.array(z.object({ at: instantForm })),
  toConfirm: z
    .array(z.object({ procedureId: z.uuid(), at: instantForm }))
    .describe(
      'Planned, their time passed, and nobody has said that they took place: correct the end',
    ),
  wanted: z
    .object({ from: z.number(), to: z.number() })
    .nullable()
    .describe('How many sessions the sources say'),
  next: z.object({
    earliest: date
      .nullable()
      .describe(
        'Null while a hold without an end stops it; one that a report ends may be asked about',
      ),
    from: date.nullable(),
    until: date.nullable(),
    state: z.enum(['planned', 'due', 'overdue', 'too-early', 'done', 'to-confirm']),
  }),
  proposed: z.array(z.object({ number: z.number(), date })),
  gapsDays: z.array(z.number()),
  holds: z.array(z.looseObject({ code: z.string() })),
  maintenance: z.object({ from: date, until: date }).nullable(),
  issues: z.array(z.looseObject({})),
})
const boardForm = z.object({
  items: z.array(seriesForm),
  next: z.string().nullable().describe('Also after a page with few items: more may come'),
  counts: z
    .object({ inSeries: z.number(), planned: z.number(), waiting: z.number() })
    .optional()
    .describe(
      'On the first page: of the whole clinic, whoever is held or done among those waiting',
    ),
})

type State = (typeof STATES)[number]

const list = defineRoute(
  {
    method: 'get',
    path: '/series',
    summary:
      'Whose next session is due (the newest session first), planned (the next first), to be confirmed or held, and when it can be',
    tag: 'Series',
    access: STAFF,
    action: 'series.list',
    query: pageQuery.extend({ state: z.enum(STATES).default('due') }),
    replies: { 200: boardForm },
  },
  async (call): Promise<Reply> => {
    const { trx, clinicId, at, query } = call
    const after = readCursor(query.cursor, [isInstant, isId])
    if (after === undefined) return OTHER_CURSOR
    const agoMs = await leastSpacingMs(call)
    const { state, limit } = query
    const { items, next } = await pageOfBoard(call, {
      span: spanOf(state, { at, agoMs }),
      isShown: (one) => isIn(state, one),
      after,
      limit,
    })
    const counts = after === null && { counts: await countSeries(trx, { clinicId, at, agoMs }) }
    return done({ items: items.map(seriesJson), next: next && cursorOf(next), ...counts })
  },
)

/** How long after a session the next one can be at the earliest, by what the clinic gives new plans. */
async function leastSpacingMs({ trx, deps, clinicId, at }: Call): Promise<number> {
  const adoption = await newestAdoption(trx, clinicId)
  const library = await deps.shelf.libraryOf(trx, adoption?.protocols ?? deps.shelf.current)
  const { plan } = unplanned({ record: { zone: 'UTC' }, library }, at)
  return planSeries(library.planner, plan, { at }).rules.spacing.allowableDays.atLeast * DAY_MS
}

function spanOf(
  state: State,
  { at, agoMs }: { readonly at: Instant; readonly agoMs: number },
): SeriesSpan {
  if (state === 'planned') return plannedSpan(at)
  // Dates are local: a day more, and the plan decides.
  if (state === 'due') return endedSpan(at, agoMs - DAY_MS)
  return state === 'all' ? wholeSpan(at) : endedSpan(at, 0)
}

/** The states of whoever has to be called. */
const DUE: ReadonlySet<PatientSeries['next']['state']> = new Set(['due', 'overdue', 'to-confirm'])

function isIn(state: State, { next, planned, toConfirm, isHeld }: PatientSeries): boolean {
  if (state === 'due') return DUE.has(next.state)
  if (state === 'to-confirm') return toConfirm.length > 0
  if (state === 'held') return isHeld && next.state !== 'done'
  return state === 'all' || planned.length > 0
}

interface Asked {
  readonly span: SeriesSpan
  readonly isShown: (one: PatientSeries) => boolean
  readonly after: readonly [Instant, string] | null
  readonly limit: number
}

interface BoardPage {
  readonly items: readonly PatientSeries[]
  readonly next: readonly [Instant, string] | null
}

/** Works plans out, a page of them at a time, until so many are to be shown or enough were looked at. */
async function pageOfBoard(call: Call, { span, isShown, after, limit }: Asked): Promise<BoardPage> {
  const { trx, deps, clinicId, at } = call
  const items: PatientSeries[] = []
  let place = after
  for (let round = 0; round < ROUNDS; round++) {
    const rows = await seriesCandidates(trx, { clinicId, span, after: place, count: limit })
    const cares = await readCares(trx, deps, { clinicId, rows })
    const boards = cares.flatMap((read) => seriesOf(read, at) ?? []).filter(isShown)
    const shown = inOrder(rows, boards).slice(0, limit - items.length)
    items.push(...shown)
    const last = shown.length < boards.length ? rowOf(rows, shown.at(-1)) : rows.at(-1)
    place = last ? [last.anchor, last.patientId] : place
    if (items.length === limit) return { items, next: place }
    if (rows.length < limit) return { items, next: null }
  }
  return { items, next: place }
}

function inOrder(
  rows: readonly SeriesCandidate[],
  boards: readonly PatientSeries[],
): readonly PatientSeries[] {
  const byId = new Map(boards.map((one) => [one.read.record.patientId, one]))
  return rows.flatMap(({ patientId }) => byId.get(patientId) ?? [])
}

function rowOf(
  rows: readonly SeriesCandidate[],
  shown: PatientSeries | undefined,
): SeriesCandidate | undefined {
  return rows.find(({ patientId }) => patientId === shown?.read.record.patientId)
}

export const SERIES_ROUTES: readonly Route[] = [list]
