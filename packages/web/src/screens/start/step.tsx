import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { now } from '../../app/clock.ts'
import { goTo, hrefTo } from '../../app/route.ts'
import { QuestionPage } from '../../interview/question-page.tsx'
import { QUESTIONS, sessionOf } from '../../interview/session-of.ts'
import { askToPersist } from '../../store/keep.ts'

/** One of the questions, by its number from 1 on. */
export function Step({ number }: { readonly number: number }): JSX.Element {
  const { i18n, record, change, zone, format } = useApp()
  // `number` is a place in the list: `StartScreen` looked.
  const question = QUESTIONS[number - 1] as (typeof QUESTIONS)[number]
  const isLast = number === QUESTIONS.length
  const place = { number: format.number(number), count: format.number(QUESTIONS.length) }
  return (
    <QuestionPage
      question={question}
      kicker={i18n._({
        id: 'start.place',
        message: 'Question {number} of {count}',
        values: place,
      })}
      progress={number / QUESTIONS.length}
      back={{
        href: number === 1 ? hrefTo('start') : hrefTo('start', String(number - 1)),
        label: i18n._({ id: 'start.back', message: 'Back' }),
      }}
      next={
        isLast
          ? i18n._({ id: 'start.finish', message: 'Show my plan' })
          : i18n._({ id: 'start.next', message: 'Next' })
      }
      onAnswer={(answers) => {
        if (!isLast) {
          change({ answers })
          return goTo(hrefTo('start', String(number + 1)))
        }
        const session = sessionOf(answers, { zone, now: now() }, null)
        change({ answers, session, isExample: false, previous: null })
        void askToPersist()
        return goTo(hrefTo('today'), { instead: true })
      }}
      answers={record.answers}
    />
  )
}
