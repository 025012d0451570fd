import { isOpen } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { App } from '../app/app-context.ts'
import type { Note } from '../model/note.ts'
import type { SubjectAnswer } from '../model/subject-answer.ts'
import { statusWord } from './status-words.ts'
import { lowerFirst } from './texts.ts'

/** What an answer is written with. */
export type AnswerWords = Pick<App, 'i18n' | 'texts' | 'format' | 'at'>

type Answer = Pick<
  SubjectAnswer,
  | 'status'
  | 'opensAt'
  | 'opensAs'
  | 'nextChangeAt'
  | 'note'
  | 'spans'
  | 'isKnown'
  | 'isPlanned'
  | 'isFree'
> & {
  /** Whether it answers for a time other than now. */
  readonly isThen?: boolean
}

/** The answer in one sentence, its time written out: `Opens Sunday 6 December, 10:45.` */
export function answerSentence(words: AnswerWords, answer: Answer): string {
  const { i18n } = words
  if (!answer.isKnown)
    return i18n._({
      id: 'answer.not-known',
      message: 'We have nothing on this, so we cannot say. Ask your clinic.',
    })
  if (answer.isPlanned) return plannedSentence(words, answer)
  return isOpen(answer.status) ? openSentence(words, answer) : shutSentence(words, answer)
}

function plannedSentence({ i18n, format, at }: AnswerWords, { opensAt }: Answer): string {
  if (opensAt === null)
    return i18n._({
      id: 'answer.planned-ask',
      message: 'Your session is still to come. Your clinic can say what holds after it.',
    })
  return i18n._({
    id: 'answer.planned-opens',
    message: 'Your session is still to come. After it this opens {when}.',
    values: { when: format.dayTime(opensAt, at) },
  })
}

function shutSentence(words: AnswerWords, answer: Answer): string {
  const { i18n, format, at } = words
  const { opensAt, opensAs, nextChangeAt, status } = answer
  if (opensAt !== null) {
    const values = { when: format.dayTime(opensAt, at) }
    return opensAs === 'caution'
      ? i18n._({ id: 'answer.opens-care', message: 'Opens, with care, {when}.', values })
      : i18n._({ id: 'answer.opens', message: 'Opens {when}.', values })
  }
  if (status === 'avoid' && nextChangeAt !== null) {
    return i18n._({
      id: 'answer.ask-after',
      message: 'Not before {when}. After that, ask your clinic first.',
      values: { when: format.dayTime(nextChangeAt, at) },
    })
  }
  return i18n._({
    id: 'answer.clinic',
    message: 'No date opens this. Your clinic can say when.',
  })
}

function openSentence(words: AnswerWords, answer: Answer): string {
  const { i18n, format, at } = words
  const { nextChangeAt, status, spans, isFree, isThen = false } = answer
  const then = spans[1]
  if (nextChangeAt !== null && then && !isOpen(then.status)) {
    return i18n._({
      id: 'answer.open-until',
      message: 'Open until {when}. Then it changes.',
      values: { when: format.dayTime(nextChangeAt, at) },
    })
  }
  if (status === 'caution' && nextChangeAt !== null) {
    return i18n._({
      id: 'answer.care-until',
      message: 'Open with care. From {when} nothing holds it back any more.',
      values: { when: format.dayTime(nextChangeAt, at) },
    })
  }
  if (status === 'caution') return i18n._({ id: 'answer.care', message: 'Open, only with care.' })
  if (isFree)
    return i18n._({ id: 'answer.free', message: 'Nothing in your plan holds it back any more.' })
  return isThen
    ? i18n._({ id: 'answer.open-then', message: 'Open by then.' })
    : i18n._({ id: 'answer.open', message: 'Open now.' })
}

/** Said with everything on a medicine. */
export function medicineSentence(i18n: I18n): string {
  return i18n._({
    id: 'answer.medicine',
    message: 'Do not stop or change a prescribed medicine on your own.',
  })
}

/** What an open answer depends on, as a sentence of its own. */
export function noteSentence({ i18n, texts, format }: AnswerWords, note: Note): string {
  switch (note.kind) {
    case 'condition':
      return texts.text(`condition.${note.condition}`)
    case 'why':
      return texts.text(`why.${note.why}`)
    case 'careful':
      return i18n._({
        id: 'note.careful',
        message: 'Take it slowly, and stop if your skin reacts.',
      })
    case 'settled':
      return note.signs === 'all'
        ? i18n._({
            id: 'note.settled-all',
            message:
              'Only if your skin is calm again. It must not be hot, sore, swollen, flaking, red or darker.',
          })
        : i18n._({
            id: 'note.settled',
            message: 'Only if these are gone: {signs}.',
            values: {
              signs: format.list(note.signs.map((sign) => lowerFirst(texts.sign(sign)))),
            },
          })
    default:
      return note
  }
}

/** The answer in a few words, for a line of a list: `opens Sun 6 Dec, 10:45`. */
export function shortAnswer(
  { i18n, format, at }: AnswerWords,
  { status, opensAt, nextChangeAt }: Pick<Answer, 'status' | 'opensAt' | 'nextChangeAt'>,
): string {
  if (isOpen(status)) return statusWord(i18n, status)
  if (opensAt !== null) {
    return i18n._({
      id: 'short.opens',
      message: 'Opens {when}',
      values: { when: format.shortDayTime(opensAt, at) },
    })
  }
  if (status === 'avoid' && nextChangeAt !== null) {
    return i18n._({
      id: 'short.not-before',
      message: 'Not before {when}, then ask',
      values: { when: format.shortDayTime(nextChangeAt, at) },
    })
  }
  return statusWord(i18n, 'ask-clinic')
}
