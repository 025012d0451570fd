import { formatInstant, type Instant } from '@afterglow/engine'
import type { Asker } from './ask.ts'
import { ASK } from './copy-ask.ts'
import { QUESTIONS, type QuestionKey, UNKNOWN_CHOICE } from './questions.ts'
import { dayIn, latestOn, type Place, timeIn } from './time-words.ts'

export type Answers = Readonly<Partial<Record<QuestionKey, readonly string[]>>>

/** Puts the questions one after the other; back goes to the one before; undefined when the person stops. */
export async function interview(asker: Asker): Promise<Answers | undefined> {
  const answers: Partial<Record<QuestionKey, readonly string[]>> = {}
  for (let k = 0; k < QUESTIONS.length; ) {
    const question = QUESTIONS[k]
    if (!question) break
    const reply = await asker.ask(question, ASK.place(k + 1, QUESTIONS.length))
    if (reply.kind === 'stop') return undefined
    if (reply.kind === 'said') answers[question.key] = reply.value
    k = reply.kind === 'back' ? Math.max(0, k - 1) : k + 1
  }
  return answers
}

/** The session file that the answers make; what is not known is left out, so that the stricter answer follows. */
export function sessionOf(answers: Answers, place: Place): object {
  const { ended = [], setting, device, bodySites, adjuncts, health } = answers
  const { at, isEstimated } = endOf(ended[0] ?? '', place)
  return {
    zone: place.zone,
    procedures: [
      {
        id: 'p1',
        code: 'microneedling',
        endedAt: formatInstant(at, place.zone),
        ...(isEstimated && { endedAtEstimated: true }),
        ...deviceOf(device?.[0]),
        // Some part was treated: none named is not none.
        ...(bodySites?.length !== 0 && known('bodySites', bodySites)),
        ...known('adjuncts', adjuncts),
        ...(isKnown(setting) && { setting: setting[0] }),
      },
    ],
    patient: isKnown(health)
      ? { history: below('history', health), medicines: below('medicines', health) }
      : {},
    events: [],
  }
}

/** When it ended; else the latest that it can have, so that nothing opens too early. */
function endOf(
  said: string,
  place: Place,
): { readonly at: Instant; readonly isEstimated: boolean } {
  const at = timeIn(said, place)
  if (at !== undefined) return { at, isEstimated: false }
  const day = dayIn(said, place)
  return { at: day === undefined ? place.now : latestOn(day, place), isEstimated: true }
}

function isKnown(values: readonly string[] | undefined): values is readonly string[] {
  return values !== undefined && !values.includes(UNKNOWN_CHOICE)
}

function known(key: string, values: readonly string[] | undefined): object {
  return isKnown(values) ? { [key]: values } : {}
}

/** `pen:1.5` is a pen and its depth. */
function deviceOf(choice: string | undefined): object {
  if (choice === undefined || choice === UNKNOWN_CHOICE) return {}
  const [device, depth] = choice.split(':')
  return { device, ...(depth !== undefined && { needleDepthMm: Number(depth) }) }
}

/** `history:keloid` is the word `keloid` of the history. */
function below(key: string, values: readonly string[]): readonly string[] {
  return values.filter((one) => one.startsWith(`${key}:`)).map((one) => one.slice(key.length + 1))
}
