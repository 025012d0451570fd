import type { SignReport } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type AppCare, useCare } from '../../app/care-context.ts'
import {
  type Answers,
  checkInFrom,
  PARTS,
  type Part,
  type Question,
  questionsOf,
  type SignAnswer,
  withAlarms,
} from '../../model/check-in.ts'
import { answerHeard, notHad } from '../../linked/answer-heard.ts'
import { loadAlarms } from '../ask/load-ask.ts'
import { CheckInResult, type ToldOutcome } from './check-in-result.tsx'
import { PartPage } from './part-page.tsx'
import { useSteps } from './use-steps.ts'

/** The questions, a part a page, alarms first; then the advice. */
export function CheckInFlow(): JSX.Element {
  const care = useCare()
  // The questions of one check-in stay the same until it is done.
  const [questions] = useState(() => questionsOf(care))
  const parts = useMemo(() => partsOf(questions), [questions])
  const [answers, setAnswers] = useState<Answers>({})
  const [notes, setNotes] = useState('')
  const [outcome, setOutcome] = useState<ToldOutcome | null>(null)
  const { step, goTo, leave } = useSteps()
  const unheard = notHad(care)
  useArrivalAt(outcome ? 'outcome' : step)

  const finish = async (given: Answers): Promise<void> => {
    const checkIn = withAlarms(checkInFrom(care, given, notes), await alarmsWritten(care, notes))
    const answer = answerHeard(care, unheard, checkIn)
    const told = care.tell({ type: 'check-in', ...checkIn, signs: [...checkIn.signs] })
    setOutcome({ ...answer, told })
    leave()
  }
  const goOn = (given: Answers) => {
    setAnswers(given)
    const { disposition } = answerHeard(care, unheard, checkInFrom(care, given, notes))
    // An alarm that cannot wait ends the questions.
    if (disposition === 'emergency' || step + 1 >= parts.length) void finish(given)
    else goTo(step + 1)
  }
  const answerRest = () => {
    setOutcome(null)
    goTo(stepWith(parts, questions, outcome?.unanswered ?? []))
  }
  if (outcome) return <CheckInResult outcome={outcome} onAnswerRest={answerRest} />
  const part = parts[Math.min(step, parts.length - 1)] ?? 'emergency'
  return (
    <PartPage
      key={part}
      part={part}
      place={{ number: parts.indexOf(part) + 1, of: parts.length }}
      questions={questions.filter((one) => one.part === part)}
      answers={answers}
      onAnswer={(sign, answer) => setAnswers((given) => withAnswer(given, sign, answer))}
      onGoOn={goOn}
      notes={notes}
      onNotes={setNotes}
    />
  )
}

/** Nobody reads the notes, but an alarm in them is heard. Where the words to know it by cannot be had, they are for the clinic. */
async function alarmsWritten(
  { planner }: Pick<AppCare, 'planner'>,
  notes: string,
): Promise<readonly SignReport[]> {
  if (notes.trim() === '') return []
  try {
    return (await loadAlarms(planner.subjects))(notes)
  } catch {
    return []
  }
}

function partsOf(questions: readonly Question[]): readonly Part[] {
  return PARTS.filter((part) => questions.some((question) => question.part === part))
}

function withAnswer(answers: Answers, sign: string, answer: SignAnswer | null): Answers {
  const { [sign]: _, ...others } = answers
  return answer ? { ...others, [sign]: answer } : others
}

/** The first page that holds a question left open. */
function stepWith(
  parts: readonly Part[],
  questions: readonly Question[],
  signs: readonly string[],
): number {
  const open = questions.find(({ sign }) => signs.includes(sign))
  return Math.max(0, parts.indexOf(open?.part ?? 'emergency'))
}

/** After a step the heading has the focus, so that the new page is read from its top. */
function useArrivalAt(place: number | 'outcome'): void {
  const first = useRef(place)
  useEffect(() => {
    if (first.current === place) return
    first.current = -1
    scrollTo(0, 0)
    document.querySelector<HTMLElement>('#heading')?.focus({ preventScroll: true })
  }, [place])
}
