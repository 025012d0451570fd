import { errorAt, fail, type Issue, type Result, succeed } from './issue.ts'
import { issuesFrom } from './parse-issues.ts'
import type { CheckIn, Session } from './session.ts'
import { checkInSchema, sessionSchema } from './session-schema.ts'

/**
 * Reads a session file's JSON. Unknown keys, impossible dates and impossible numbers are refused, each with its path;
 * words that are in no list are kept and treated as unknown.
 */
export function parseSession(input: unknown): Result<Session> {
  const parsed = sessionSchema.safeParse(input)
  if (!parsed.success) return fail(issuesFrom(parsed.error))
  const issues = crossIssues(parsed.data)
  return issues.length > 0 ? fail(issues) : succeed(parsed.data)
}

/** Reads one check-in's JSON: `{at, signs: [{code, severity}], notes?}`. */
export function parseCheckIn(input: unknown): Result<CheckIn> {
  const parsed = checkInSchema.safeParse(input)
  return parsed.success ? succeed(parsed.data) : fail(issuesFrom(parsed.error))
}

function crossIssues(session: Session): readonly Issue[] {
  const ids = session.procedures.map((procedure) => procedure.id)
  const twice = ids.flatMap((id, k) =>
    ids.indexOf(id) < k
      ? [
          errorAt(
            `procedures[${k}].id`,
            'duplicate',
            `"${id}" is used twice: give each procedure its own id`,
          ),
        ]
      : [],
  )
  const astray = session.events.flatMap((event, k) => {
    if (event.type !== 'corrected' || ids.includes(event.procedure)) return []
    return [
      errorAt(
        `events[${k}].procedure`,
        'not-found',
        `"${event.procedure}" is no procedure of this session: ${ids.join(', ')}`,
      ),
    ]
  })
  return [...twice, ...astray]
}
