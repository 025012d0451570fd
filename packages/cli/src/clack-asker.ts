import { isCancel, multiselect, select, text } from '@clack/prompts'
import type { Asker, Reply } from './ask.ts'
import { ASK } from './copy-ask.ts'
import { type PlanQuestion, UNKNOWN_CHOICE } from './questions.ts'

const BACK = 'back'

/** Asks in the terminal: arrows, space and enter; Ctrl+C stops. */
export function clackAsker(isTime: (text: string) => boolean): Asker {
  return {
    ask: (question, place) =>
      question.form === 'time' ? askTime(question, isTime, place) : askChoice(question, place),
    askWhereToSave: async (suggestion) => {
      const name = await text({ message: ASK.save, placeholder: suggestion })
      return isCancel(name) || name === undefined || name.trim() === '' ? undefined : name.trim()
    },
  }
}

async function askTime(
  { text: message }: PlanQuestion,
  isTime: (text: string) => boolean,
  place: string,
): Promise<Reply> {
  const knows = await select({
    message: `${message} (${place})`,
    options: [
      { value: 'time', label: ASK.timeKnown },
      { value: UNKNOWN_CHOICE, label: ASK.unknown },
    ],
  })
  if (isCancel(knows)) return { kind: 'stop' }
  if (knows === UNKNOWN_CHOICE) return { kind: 'said', value: [UNKNOWN_CHOICE] }
  const said = await text({
    message: ASK.timeAsk,
    placeholder: ASK.timeHint,
    validate: (value) => (isTime(value ?? '') ? undefined : ASK.timeWrong),
  })
  return isCancel(said) ? { kind: 'stop' } : { kind: 'said', value: [said] }
}

async function askChoice(question: PlanQuestion, place: string): Promise<Reply> {
  const message = `${question.text} (${place})`
  const options = [
    ...question.choices,
    { value: UNKNOWN_CHOICE, label: ASK.unknown },
    { value: BACK, label: ASK.back },
  ]
  if (question.form === 'one') {
    const said = await select({ message, options: options.map((one) => ({ ...one })) })
    return isCancel(said) ? { kind: 'stop' } : replyOf([said])
  }
  const hint = `${message}\n${ASK.someHint}`
  const said = await multiselect({
    message: hint,
    options: options.map((one) => ({ ...one })),
    required: false,
  })
  return isCancel(said) ? { kind: 'stop' } : replyOf(said)
}

function replyOf(values: readonly string[]): Reply {
  if (values.includes(BACK)) return { kind: 'back' }
  return { kind: 'said', value: values.includes(UNKNOWN_CHOICE) ? [UNKNOWN_CHOICE] : values }
}
