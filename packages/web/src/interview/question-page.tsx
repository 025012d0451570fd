import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { Button } from '../components/button.tsx'
import { Page } from '../components/page.tsx'
import type { Answers } from '../store/record.ts'
import { AnswerForm } from './answer-form.tsx'
import { endedTrouble } from './ended-trouble.ts'
import './question-page.css'
import { questionText } from './question-words.ts'
import type { QuestionName } from './session-of.ts'

export interface QuestionPageProps {
  readonly question: QuestionName
  readonly answers: Answers
  readonly kicker?: string
  /** How much is done by then, 0 to 1. */
  readonly progress?: number
  readonly back: { readonly href: string; readonly label: string }
  /** What the button says that goes on. */
  readonly next: string
  readonly onAnswer: (answers: Answers) => void
}

/** One question on a page of its own. Nothing is taken for an answer that was not given. */
export function QuestionPage(props: QuestionPageProps): JSX.Element {
  const { question, kicker, progress, back, next, onAnswer } = props
  const { i18n, at, zone } = useApp()
  const [answers, setAnswers] = useState(props.answers)
  const [trouble, setTrouble] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    const found = troubleWith({ question, answers, i18n, place: { now: at, zone } })
    setTrouble(found)
    if (found === '') onAnswer(answers)
  }
  return (
    <Page title={questionText(i18n, question)} back={back} kicker={kicker}>
      {progress === undefined ? null : <Progress done={progress} />}
      <form class="question" onSubmit={submit} noValidate>
        <AnswerForm question={question} answers={answers} onChange={setAnswers} />
        <p class="question-trouble" role="alert">
          {trouble}
        </p>
        <Button kind="main" type="submit">
          {next}
        </Button>
      </form>
    </Page>
  )
}

interface Asked extends Pick<QuestionPageProps, 'question' | 'answers'> {
  readonly i18n: ReturnType<typeof useApp>['i18n']
  readonly place: { readonly now: number; readonly zone: string }
}

/** What is missing or cannot be, in words; empty where nothing is. */
function troubleWith({ question, answers, i18n, place }: Asked): string {
  const given = answers[question] ?? []
  if (question === 'ended') return endedTrouble(i18n, given, place)
  if (given.length > 0) return ''
  return i18n._({
    id: 'ask.missing',
    message: 'Choose what fits. If you are not sure, choose "I don\'t know".',
  })
}

function Progress({ done }: { readonly done: number }): JSX.Element {
  return (
    <div class="progress" aria-hidden="true">
      <div style={{ inlineSize: `${done * 100}%` }} />
    </div>
  )
}
