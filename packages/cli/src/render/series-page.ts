import {
  type Hold,
  localDate,
  type PlannedSession,
  type Series,
  type SeriesRequest,
} from '@afterglow/engine'
import { PLAN, SERIES } from '../copy.ts'
import { bullet, page, paint, paragraph, section } from '../layout.ts'
import { count, dateText, longClockText } from '../time-text.ts'
import { sourceText } from './source-lines.ts'
import { estimatedLines, toldLines } from './told-lines.ts'
import type { View } from './view.ts'

/** The sessions' dates with their gaps, what stops them, upkeep, and the rules behind. */
export function seriesPage(view: View, series: Series, asked: SeriesRequest): string {
  const { look } = view
  const held = series.holds.filter((one) => !one.toConfirm)
  const toConfirm = series.holds.filter((one) => one.toConfirm)
  const notes = issueTexts(series, asked).flatMap((text) => bullet(look, text))
  return page([
    paint(look, 'title', SERIES.title),
    PLAN.now(longClockText(view), view.zone),
    ...doneLines(view),
    ...estimatedLines(view),
    ...toldLines(view),
    ...section(look, SERIES.dates, dateLines(view, series)),
    ...eventLines(view, series),
    ...section(look, SERIES.holds, holdLines(view, held)),
    ...section(look, SERIES.toConfirm, holdLines(view, toConfirm)),
    ...section(look, SERIES.notes, notes),
    ...section(look, SERIES.rules, ruleLines(view, series, asked)),
    '',
    ...paragraph(look, PLAN.safety, 0),
  ])
}

function doneLines({ plan, at, look, zone }: View): readonly string[] {
  const ended = plan.procedures
    .filter((one) => one.protocol !== null && one.replacedAt === undefined)
    .toSorted((a, b) => a.endedAt - b.endedAt)
  return ended.flatMap((one, k) => {
    const number = one.sessionNumber ?? k + 1
    const isDone = one.endedAt <= at
    const done = one.endedAtEstimated ? SERIES.doneBy : SERIES.done
    const text = isDone ? done : SERIES.planned
    return paragraph(look, text(number, dayOf(one.endedAt, zone)), 0)
  })
}

function dayOf(instant: number, zone: string): string {
  return longClockText({ at: instant, zone }).replace(/, [^,]*$/, '')
}

function dateLines(view: View, { sessions, maintenance }: Series): readonly string[] {
  const { look } = view
  if (sessions.length === 0) return paragraph(look, SERIES.none)
  const rows = sessions.map((one) => {
    const name = SERIES.session(one.number).padEnd(NAME_WIDTH)
    const date = paint(look, 'strong', dateText(one.date))
    return `  ${name}${date}  ${paint(look, 'quiet', gapText(one))}`
  })
  const upkeep = maintenance
    ? paragraph(look, SERIES.upkeep(dateText(maintenance.from), dateText(maintenance.until)))
    : []
  return [...rows, ...upkeep]
}

const NAME_WIDTH = 12

function gapText({ gapDays, spacing }: PlannedSession): string {
  if (gapDays === null) return SERIES.spacing[spacing]
  return [SERIES.gap(count(gapDays, 'day')), SERIES.spacing[spacing]]
    .filter((one) => one !== '')
    .join(', ')
}

function eventLines(view: View, { event }: Series): readonly string[] {
  const { look, texts, at, zone } = view
  if (!event) return []
  const name = texts.text(`event.${event.kind}`)
  const today = localDate(at, zone)
  const { lastSessionBy, fullEffectFrom } = event
  const last = lastSessionBy < today ? SERIES.lastPast : SERIES.lastBy
  const effect = fullEffectFrom < today ? SERIES.effectPast : SERIES.fullEffect
  return section(look, SERIES.event(name, dateText(event.date)), [
    ...bullet(look, last(dateText(lastSessionBy))),
    ...bullet(look, effect(dateText(fullEffectFrom))),
  ])
}

/** What does not fit: freeing dates helps only where some were blocked and nothing else stops the sessions. */
function issueTexts(
  { issues, holds, sessions }: Series,
  { blocked = [] }: SeriesRequest,
): readonly string[] {
  const isStopped = holds.some((hold) => hold.until === null && !hold.toConfirm)
  return issues.flatMap(({ code, diagnostics }) => {
    if (code !== 'incomplete') return [diagnostics]
    if (isStopped) return []
    return [blocked.length > 0 ? diagnostics : SERIES.fewer(sessions.length)]
  })
}

function holdLines({ look, texts }: View, holds: readonly Hold[]): readonly string[] {
  return holds.flatMap((hold) => {
    const end =
      hold.endedBy === 'clearance'
        ? SERIES.holdClinic
        : hold.until === null
          ? SERIES.holdReport
          : SERIES.holdUntil(dateText(hold.until))
    return bullet(look, `${texts.text(`hold.${hold.hold}`)} (${end})`)
  })
}

function ruleLines(view: View, { rules }: Series, { sessions }: SeriesRequest): readonly string[] {
  const { preferredDays, allowableDays } = rules.spacing
  const basis = [...rules.sessions.basis, ...rules.spacing.basis, ...rules.maintenance.basis]
  return [
    ...bullet(view.look, SERIES.counts(range(rules.sessions))),
    ...(sessions === undefined
      ? bullet(view.look, SERIES.plannedWith(rules.sessions.preferred))
      : []),
    ...bullet(view.look, SERIES.gaps(range(preferredDays), range(allowableDays))),
    ...(view.sources ? basis.flatMap((id) => bullet(view.look, basisText(view, id))) : []),
  ]
}

function range({ atLeast, atMost }: { readonly atLeast: number; readonly atMost: number }): string {
  return atLeast === atMost ? String(atLeast) : `${atLeast} to ${atMost}`
}

/** What one source says of a series, and who it is. */
function basisText({ protocols, texts }: View, id: string): string {
  const rules = protocols.flatMap(({ series, sources }) =>
    [...series.sessions, ...series.spacing, ...series.maintenance].map((rule) => ({
      rule,
      sources,
    })),
  )
  const found = rules.find(({ rule }) => rule.id === id)
  const source = found?.sources[found.rule.source]
  const text = texts.text(`series.${id}`)
  return source ? `${text} ${sourceText(source)}` : text
}
