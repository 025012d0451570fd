import type { CarePlan, Issue } from '@afterglow/engine'
import { REMARK } from './copy-told.ts'
import { subjectName } from './texts.ts'
import { likelySubjects, type Vocabulary } from './vocabulary.ts'

interface Given {
  readonly plan: Pick<CarePlan, 'issues' | 'events'>
  readonly unread: readonly Issue[]
  readonly vocabulary: Vocabulary
}

/**
 * What of a session was not applied, or could not be read: a word on a subject that the protocol does not know, an
 * override that was refused. Whoever gave it must see it with every answer. What is not covered is said elsewhere.
 */
export function remarksOn({ plan, unread, vocabulary }: Given): readonly Issue[] {
  const told = plan.issues.filter(({ code }) => code !== 'not-supported')
  return [...told.map((issue) => withLikely(issue, plan, vocabulary)), ...unread]
}

function withLikely(issue: Issue, { events }: Given['plan'], vocabulary: Vocabulary): Issue {
  const index = /^events\[(\d+)\]\.subject$/.exec(issue.expression)?.[1]
  const event = index === undefined ? undefined : events[Number(index)]
  if (issue.code !== 'not-found' || !event || !('subject' in event)) return issue
  const names = likelySubjects(event.subject, vocabulary).map(
    (code) => `${code} (${subjectName(vocabulary.texts, code)})`,
  )
  if (names.length === 0) return { ...issue, diagnostics: `${issue.diagnostics} ${REMARK.list}` }
  return { ...issue, diagnostics: `${issue.diagnostics} ${REMARK.didYouMean(names)}` }
}

/** The same for programs, beside an answer: keys that stand there only where there is something to say. */
export function toldJson({
  remarks,
  plan: { unmapped },
}: {
  readonly remarks: readonly Issue[]
  readonly plan: Pick<CarePlan, 'unmapped'>
}): object {
  return {
    ...(remarks.length > 0 && { issues: remarks }),
    ...(unmapped.length > 0 && { unmapped }),
  }
}
