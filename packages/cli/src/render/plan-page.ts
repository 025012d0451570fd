import { HEADING, PLAN } from '../copy.ts'
import { page, paragraph, section } from '../layout.ts'
import { beforeLines } from './before-lines.ts'
import { careCardLines } from './care-cards.ts'
import { courseLines } from './course-lines.ts'
import { entriesAt } from './entries.ts'
import { doneLines, noteLines, seriesHint } from './footnotes.ts'
import { subjectLists } from './lists.ts'
import { isAllUncovered, proceduresAt } from './now.ts'
import { whatWasDone } from './procedure-text.ts'
import { sourceLines } from './source-lines.ts'
import { timelineLines } from './timeline.ts'
import { remarkLines } from './told-lines.ts'
import { alsoLines, todayLines } from './today.ts'
import type { View } from './view.ts'

/** The whole plan for people: today first, then the lists, the weeks, the course, the alarms. */
export function planPage(view: View): string {
  const hasEnded = proceduresAt(view.plan, view.at).some((one) => one.endedAt <= view.at)
  return page(hasEnded ? careLines(view) : beforeOnlyLines(view))
}

function careLines(view: View): readonly string[] {
  const { look, plan, at, texts } = view
  const entries = entriesAt(plan, at, texts)
  return [
    ...todayLines(view, entries),
    ...uncoveredLines(view),
    ...remarkLines(view),
    ...doneLines(view),
    ...subjectLists(view, entries),
    ...section(look, HEADING.alsoDo, alsoLines(view)),
    ...(isAllUncovered(view) ? [] : timelineLines(view)),
    ...courseLines(view),
    ...careCardLines(view),
    ...beforeLines(view),
    ...seriesHint(view),
    ...noteLines(view),
    ...sourceLines(view),
    ...closing(view),
  ]
}

function beforeOnlyLines(view: View): readonly string[] {
  return [
    ...beforeLines(view),
    ...careCardLines(view),
    ...noteLines(view),
    ...sourceLines(view),
    ...closing(view),
  ]
}

function uncoveredLines(view: View): readonly string[] {
  const uncovered = proceduresAt(view.plan, view.at).filter(
    (one) => one.protocol === null && one.endedAt <= view.at,
  )
  const lines = uncovered.flatMap((one) =>
    paragraph(view.look, PLAN.uncovered(whatWasDone(view.session, one))),
  )
  return section(view.look, HEADING.uncovered, lines)
}

function closing({ look, sources }: View): readonly string[] {
  return [
    '',
    ...paragraph(look, PLAN.safety, 0),
    ...(sources ? [] : paragraph(look, PLAN.sourcesHint, 0)),
  ]
}
