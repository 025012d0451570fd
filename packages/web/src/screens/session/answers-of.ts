import { formatInstant } from '@afterglow/engine'
import type { AppCare } from '../../app/care-context.ts'
import { toldEnd } from '../../interview/latest-end.ts'
import { questionOptions } from '../../interview/question-words.ts'
import {
  currentProcedure,
  NONE,
  OTHER_TREATMENT,
  type QuestionName,
  UNKNOWN,
} from '../../interview/session-of.ts'
import { isDayAlone } from '../../model/care.ts'
import type { Answers } from '../../store/record.ts'
import { endWords } from '../../words/end-words.ts'

/** The answers that the session holds, in the form of the questions: also of one that came by a link or a file. */
export function answersOf({
  session,
  zone,
  at,
}: Pick<AppCare, 'session' | 'zone' | 'at'>): Answers {
  const procedure = currentProcedure(session)
  const end = toldEnd(session, procedure)
  const isNeedling = procedure.code === 'microneedling'
  const { device = UNKNOWN, needleDepthMm, setting } = procedure
  return {
    ended: endedOf(end, { zone, at }),
    setting: [setting ?? UNKNOWN],
    device: [isNeedling ? device : OTHER_TREATMENT],
    depth: needleDepthMm === undefined ? [] : [String(needleDepthMm)],
    sites: [...(procedure.bodySites ?? [UNKNOWN])],
    adjuncts: listOr(procedure.adjuncts),
    health: healthOf(session),
  }
}

function endedOf(
  end: ReturnType<typeof toldEnd>,
  { zone, at }: Pick<AppCare, 'zone' | 'at'>,
): readonly string[] {
  const [date = '', clock = ''] = formatInstant(end.endedAt, zone).split('T')
  if (isDayAlone(end, at)) return [date, '', 'planned']
  if (end.endedAtEstimated) return [UNKNOWN, '', UNKNOWN]
  return [date, clock.slice(0, 5), end.endedAt > at ? 'planned' : 'earlier']
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
  const end = toldEnd(session, currentProcedure(session))
  const when = endWords(format, end, at)
  if (!end.endedAtEstimated || isDayAlone(end, at)) return when
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
