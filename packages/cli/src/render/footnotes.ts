import { beforeSessions, planSeries } from '@afterglow/engine'
import { subjectName } from '@afterglow/ledger'
import { HEADING, PLAN, SERIES, UNKNOWN } from '../copy.ts'
import { bullet, paragraph, section } from '../layout.ts'
import { clockText, dateText } from '../time-text.ts'
import { unmappedLines } from './told-lines.ts'
import type { View } from './view.ts'

/** When the next session can be, and what stops it. */
export function seriesHint(view: View): readonly string[] {
  const { planner, plan, at, look, texts } = view
  if (!plan.procedures.some((one) => one.protocol !== null)) return []
  const { sessions, holds } = planSeries(planner, plan, { at })
  const [next] = sessions
  const held = holds.filter((hold) => !hold.toConfirm)
  if (held.length > 0)
    return section(look, HEADING.series, [
      ...paragraph(look, PLAN.seriesHeld),
      ...held.flatMap((hold) => bullet(look, texts.text(`hold.${hold.hold}`))),
    ])
  if (!next) return []
  const toConfirm = holds.filter((hold) => hold.toConfirm)
  return section(look, HEADING.series, [
    ...paragraph(look, PLAN.seriesNext(dateText(next.date))),
    ...(toConfirm.length === 0 ? [] : paragraph(look, `${SERIES.toConfirm}:`)),
    ...toConfirm.flatMap((hold) => bullet(look, texts.text(`hold.${hold.hold}`))),
  ])
}

/** What was done against the plan, and what to do now. */
export function doneLines(view: View): readonly string[] {
  const { plan, look, texts, at } = view
  const lines = plan.done
    .filter((one) => one.at <= at)
    .flatMap((one) => {
      const name = `${subjectName(texts, one.subject)}, ${clockText(one.at, view)}`
      const advice = one.text === undefined ? PLAN.doneAsk : texts.text(one.text)
      return bullet(look, `${name}: ${advice}`)
    })
  return section(look, HEADING.done, lines)
}

/** Facts that nobody gave, and words in no list. */
export function noteLines(view: View): readonly string[] {
  const { look } = view
  const unknowns = unknownKeys(view).map((key) => UNKNOWN[key] ?? key)
  return [
    ...section(
      look,
      HEADING.unknowns,
      unknowns.flatMap((text) => bullet(look, text)),
    ),
    ...unmappedLines(view),
  ]
}

/** The facts whose absence made an answer stricter, by key. */
function unknownKeys({ plan, planner, session, at }: View): readonly string[] {
  const fromReasons = plan.windows.flatMap(({ reasons }) =>
    reasons.flatMap((reason) => reason.unconfirmed ?? []),
  )
  const before = beforeSessions(planner, session, at)
  const asked = before.some(({ suitability }) => suitability.some((one) => one.toConfirm))
  const patient = asked ? ['history', 'medicines', 'fitzpatrickSkinType'] : []
  const missing = patient.filter((key) => !(key in session.patient))
  return [...new Set([...fromReasons, ...missing])]
}
