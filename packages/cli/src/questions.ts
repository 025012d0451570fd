import { ASK } from './copy-ask.ts'

/** One question with its choices; a `time` is typed in. */
export interface PlanQuestion {
  readonly key: QuestionKey
  readonly form: 'time' | 'one' | 'some'
  readonly text: string
  readonly choices: readonly Choice[]
}

interface Choice {
  readonly value: string
  readonly label: string
}

export type QuestionKey = keyof typeof ASK.questions

/** Nobody has to know: it is always a choice, and the stricter answer follows. */
export const UNKNOWN_CHOICE = 'unknown'

/** At most six, one a page, in this order. */
export const QUESTIONS: readonly PlanQuestion[] = [
  question('ended', 'time'),
  question('setting', 'one'),
  question('device', 'one'),
  question('bodySites', 'some'),
  question('adjuncts', 'some'),
  question('health', 'some'),
]

function question(key: QuestionKey, form: PlanQuestion['form']): PlanQuestion {
  const { text, choices } = ASK.questions[key]
  return {
    key,
    form,
    text,
    choices: Object.entries(choices).map(([value, label]) => ({ value, label })),
  }
}
