import {
  applyPlan,
  assess,
  formatInstant,
  isOpen,
  type Planner,
  parseCheckIn,
  planSeries,
  type Series,
  type SeriesRequest,
  type Session,
  triage,
  type Verdict,
} from '@afterglow/engine'
import { instantAt, localTime } from './local-time.ts'
import { type Asked, entriesOf, isExhaustive } from './plan-entries.ts'
import type { Row, Story, Table } from './story.ts'

type Cells = Readonly<Record<string, unknown>>

/** What a line says and what the engine says, cell by cell. Of `because` only the ids in backticks are compared. */
export function judge(
  planner: Planner,
  story: Story,
  line: { readonly table: Table; readonly row: Row },
): { readonly expected: Cells; readonly actual: Cells } {
  const { table, row } = line
  const at = instantAt(row['asked at (local)'] ?? '', story.session)
  const known = story.session.events.filter((event) => event.at <= at)
  const session = { ...story.session, events: known }
  const because = row['because'] ?? ''
  const ids = [...because.matchAll(/`([^`]+)`/g)].map(([, id = '']) => id).sort()
  const plan = applyPlan(planner, session)
  const told = ANSWERS[table.kind]({ planner, session, plan, at, row, ids })
  const rows = table.rows.filter((one) => sharesList(one, row)).length
  return {
    expected: { ...row, because: because.length > 0 ? ids : 'no reason given', rows },
    actual: { ...row, rows, ...told },
  }
}

const ANSWERS: Readonly<Record<Table['kind'], (asked: Asked) => Cells>> = {
  verdict: verdictCells,
  triage: triageCells,
  series: seriesCells,
  plan: planCells,
}

function sharesList(a: Row, b: Row): boolean {
  const part = 'part of the plan'
  return a['asked at (local)'] === b['asked at (local)'] && a[part] === b[part]
}

function verdictCells({ plan, session, at, row }: Asked): Cells {
  const verdict = assess(plan, row['subject'] ?? '', at)
  const { governing } = verdict
  const several = new Set(plan.procedures.map((one) => one.id)).size > 1
  const id = several && governing ? `${governing.procedure}:${governing.id}` : governing?.id
  return {
    answer: verdict.status,
    'opens or changes (local)': timesOf(verdict, session),
    because: id === undefined ? [] : [id],
  }
}

/** `opens X`, `open` or `no date`, then `changes Y` where it next changes at another instant. */
function timesOf({ status, opensAt, nextChangeAt }: Verdict, session: Session): string {
  const shut = opensAt === null ? 'no date' : `opens ${localTime(opensAt, session)}`
  const first = isOpen(status) ? 'open' : shut
  const isSaid = nextChangeAt === null || (nextChangeAt === opensAt && !isOpen(status))
  return isSaid ? first : `${first}, changes ${localTime(nextChangeAt, session)}`
}

/** `fever 38.2, erythema 2 fading`; the reasons that are as urgent as the answer, a red flag by its own id. */
function triageCells({ planner, plan, session, at, row }: Asked): Cells {
  const signs = (row['signs'] ?? '').split(', ').map((sign) => {
    const [code, severity = '', trend] = sign.split(' ')
    return { code, severity: Number(severity), ...(trend && { trend }) }
  })
  const checkIn = parseCheckIn({ at: formatInstant(at, session.zone), signs })
  if (!checkIn.ok) throw new Error(JSON.stringify(checkIn.issues))
  const { disposition, reasons } = triage(planner, plan, checkIn.value)
  const top = reasons.filter((reason) => reason.disposition === disposition)
  const names = top.map(({ code, basis }) => (code === 'red-flag' ? (basis[0] ?? '') : code))
  return { 'who to contact': disposition, because: [...new Set(names)].sort() }
}

function seriesCells({ planner, plan, at, row }: Asked): Cells {
  const series = planSeries(planner, plan, { at, ...requestOf(row['sessions'] ?? '') })
  const dates = series.sessions.map((one) => one.date).join(', ')
  const { maintenance } = series
  return {
    dates: dates === '' ? 'none' : dates,
    upkeep: maintenance ? `${maintenance.from} to ${maintenance.until}` : 'none',
    because: seriesIds(series),
  }
}

function seriesIds({ holds, issues }: Series): readonly string[] {
  const stopping = holds.filter((hold) => !hold.toConfirm).map((hold) => hold.hold)
  return [...stopping, ...issues.map((issue) => issue.code)].sort()
}

const REQUEST = /^(\d+)(?: before (\S+) on (\S+?))?((?:, not \S+ to \S+)*)$/

/** `6 before wedding on 2026-07-11, not 2026-02-01 to 2026-02-14` */
function requestOf(text: string): Omit<SeriesRequest, 'at'> {
  const [, count, kind, date, spans] = REQUEST.exec(text) ?? []
  if (count === undefined) throw new Error(`"${text}" asks for no sessions`)
  const blocked = [...(spans ?? '').matchAll(/, not (\S+) to ([^\s,]+)/g)]
  return {
    sessions: Number(count),
    ...(kind && date && { event: { kind, date } }),
    blocked: blocked.map(([, from = '', until = '']) => ({ from, until })),
  }
}

function planCells(asked: Asked): Cells {
  const part = asked.row['part of the plan'] ?? ''
  const says = asked.row['what it says'] ?? ''
  const entries = entriesOf(part, asked)
  const rows = isExhaustive(part) && { rows: Math.max(1, entries.length) }
  if (entries.length === 0) return { 'what it says': 'none', because: [], ...rows }
  const found =
    entries.find((one) => one.says === says && one.id === asked.ids[0]) ??
    entries.find((one) => one.id === asked.ids[0])
  return {
    'what it says': found?.says ?? entries,
    because: found?.id === undefined ? [] : [found.id],
    ...rows,
  }
}
