import { formatInstant } from '@afterglow/engine'
import type { AppCare } from '../../app/care-context.ts'
import { latestEnd } from '../../interview/latest-end.ts'
import { questionOptions } from '../../interview/question-words.ts'
import {
  currentProcedure,
  NONE,
  OTHER_TREATMENT,
  type QuestionName,
  UNKNOWN,
} from '../../interview/session-of.ts'
import type { Answers } from '../../store/record.ts'

/** The answers that the session holds, in the form of the questions: also of one that came by a link or a file. */
export function answersOf({
  session,
  zone,
  at,
}: Pick<AppCare, 'session' | 'zone' | 'at'>): Answers {
  const procedure = currentProcedure(session)
  const endedAt = latestEnd(session, procedure.id) ?? procedure.endedAt
  const [date = '', clock = ''] = formatInstant(endedAt, zone).split('T')
  const isNeedling = procedure.code === 'microneedling'
  const { device = UNKNOWN, needleDepthMm, setting } = procedure
  return {
    ended: isEndKnown(session)
      ? [date, clock.slice(0, 5), endedAt > at ? 'planned' : 'earlier']
      : [UNKNOWN, '', UNKNOWN],
    setting: [setting ?? UNKNOWN],
    device: [isNeedling ? device : OTHER_TREATMENT],
    depth: needleDepthMm === undefined ? [] : [String(needleDepthMm)],
    sites: [...(procedure.bodySites ?? [UNKNOWN])],
    adjuncts: listOr(procedure.adjuncts),
    health: healthOf(session),
  }
}

/** Whether somebody who knows has told when the session ended. */
function isEndKnown(session: AppCare['session']): boolean {
  const { id, endedAtEstimated } = currentProcedure(session)
  const isCorrected = session.events.some(
    (event) => event.type === 'corrected' && event.procedure === id,
  )
  return isCorrected || !endedAtEstimated
}

/** Not told is unknown, an empty list is none. */
function listOr(values: readonly string[] | undefined): readonly string[] {
  if (values === undefined) return [UNKNOWN]
  return values.length === 0 ? [NONE] : values
}

function healthOf({ patient }: AppCare['session']): readonly string[] {
  const { history, medicines } = patient
  if (history === undefined && medicines === undefined) return [UNKNOWN]
  return listOr([
    ...(history ?? []).map((one) => `history:${one}`),
    ...(medicines ?? []).map((one) => `medicines:${one}`),
  ])
}

/** An answer in words. A word that is in no list is shown as it was written. */
export function answerText(care: AppCare, question: QuestionName): string {
  if (question === 'ended') return endText(care)
  const answers = answersOf(care)
  const options = questionOptions(care.i18n, question)
  const words = (answers[question] ?? []).map(
    (value) => options.find((option) => option.value === value)?.label ?? lastWord(value),
  )
  return [...words, ...(question === 'device' ? depthText(care, answers) : [])].join(' · ')
}

function endText({ i18n, format, at, session }: AppCare): string {
  const procedure = currentProcedure(session)
  const endedAt = latestEnd(session, procedure.id) ?? procedure.endedAt
  const when = format.dayTime(endedAt, at)
  if (isEndKnown(session)) return when
  return i18n._({
    id: 'session.latest',
    message: 'You did not say exactly. At the latest {when}.',
    values: { when },
  })
}

function depthText({ i18n, format }: AppCare, answers: Answers): readonly string[] {
  const [depth] = answers['depth'] ?? []
  if (depth === undefined) return []
  return [
    i18n._({
      id: 'session.depth',
      message: '{depth} mm deep',
      values: { depth: format.number(Number(depth)) },
    }),
  ]
}

function lastWord(value: string): string {
  return value.slice(value.indexOf(':') + 1)
}
