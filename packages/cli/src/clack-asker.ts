import type { Readable, Writable } from 'node:stream'
import { isCancel, multiselect, select, text } from '@clack/prompts'
import type { Asker, Reply } from './ask.ts'
import { ASK } from './copy-ask.ts'
import { type PlanQuestion, UNKNOWN_CHOICE } from './questions.ts'

/** No choice's own value: one part of the body is the back. */
const GO_BACK = 'go-back'

type ReadTime = (text: string) => 'time' | 'day' | undefined

/** Where the keys come from and the questions go; the process's own where not said. */
interface Terminal {
  readonly input?: Readable
  readonly output?: Writable
}

/** Asks in the terminal: arrows, space and enter; Ctrl+C stops. */
export function clackAsker(readTime: ReadTime, terminal: Terminal = {}): Asker {
  return {
    ask: (question, place) => {
      const message = `${question.text} (${place})`
      if (question.form === 'time') return askTime({ message, readTime, terminal })
      return askChoice(question, message, terminal)
    },
    askWhereToSave: async (suggestion, trouble) => {
      const message = trouble === undefined ? ASK.save : ASK.saveAgain(trouble)
      const name = await text({ message, placeholder: suggestion, ...terminal })
      return isCancel(name) || name === undefined || name.trim() === '' ? undefined : name.trim()
    },
  }
}

interface TimeQuestion {
  readonly message: string
  readonly readTime: ReadTime
  readonly terminal: Terminal
}

async function askTime({ message, readTime, terminal }: TimeQuestion): Promise<Reply> {
  const knows = await select({
    message,
    options: [
      { value: 'time', label: ASK.timeKnown },
      { value: UNKNOWN_CHOICE, label: ASK.unknown },
    ],
    ...terminal,
  })
  if (isCancel(knows)) return { kind: 'stop' }
  if (knows === UNKNOWN_CHOICE) return { kind: 'said', value: [UNKNOWN_CHOICE] }
  const said = await text({
    message: ASK.timeAsk,
    placeholder: ASK.timeHint,
    validate: (value) => (readTime(value ?? '') === undefined ? ASK.timeWrong : undefined),
    ...terminal,
  })
  if (isCancel(said)) return { kind: 'stop' }
  return readTime(said) === 'day'
    ? askClock(said, readTime, terminal)
    : { kind: 'said', value: [said] }
}

/** The time on a day that is known; without one the day alone is the answer. */
async function askClock(day: string, readTime: ReadTime, terminal: Terminal): Promise<Reply> {
  const isClock = (value: string) => value === '' || readTime(`${day} ${value}`) === 'time'
  const clock = await text({
    message: ASK.clockAsk,
    validate: (value) => (isClock((value ?? '').trim()) ? undefined : ASK.clockWrong),
    ...terminal,
  })
  if (isCancel(clock)) return { kind: 'stop' }
  return { kind: 'said', value: [`${day} ${clock ?? ''}`.trim()] }
}

async function askChoice(
  question: PlanQuestion,
  message: string,
  terminal: Terminal,
): Promise<Reply> {
  const options = [
    ...question.choices,
    { value: UNKNOWN_CHOICE, label: ASK.unknown },
    { value: GO_BACK, label: ASK.back },
  ]
  if (question.form === 'one') {
    // Whoever only presses enter has not said that it was the mildest.
    const said = await select({
      message,
      options: options.map((one) => ({ ...one })),
      initialValue: UNKNOWN_CHOICE,
      ...terminal,
    })
    return isCancel(said) ? { kind: 'stop' } : replyOf([said])
  }
  const hint = `${message}\n${ASK.someHint}`
  const said = await multiselect({
    message: hint,
    options: options.map((one) => ({ ...one })),
    required: false,
    ...terminal,
  })
  return isCancel(said) ? { kind: 'stop' } : replyOf(said)
}

function replyOf(values: readonly string[]): Reply {
  if (values.includes(GO_BACK)) return { kind: 'back' }
  return { kind: 'said', value: values.includes(UNKNOWN_CHOICE) ? [UNKNOWN_CHOICE] : values }
}
