import type { Change } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Card } from '../../components/card.tsx'
import type { SubjectAnswer } from '../../model/subject-answer.ts'

/** What would change the answer: time, a report, a word of the clinic, a fact that was not told. */
export function Changes({ answer }: { readonly answer: SubjectAnswer }): JSX.Element | null {
  const care = useCare()
  const { i18n } = care
  const lines = changeLines(care, answer)
  if (lines.length === 0) return null
  return (
    <Card title={i18n._({ id: 'changes.title', message: 'What would change it' })}>
      <ul class="stack-s">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {answer.unconfirmed.length > 0 ? (
        <p class="quiet">
          <a href={hrefTo('session')}>
            {i18n._({ id: 'changes.tell', message: 'Tell us what you left out' })}
          </a>
        </p>
      ) : null}
    </Card>
  )
}

function changeLines({ i18n, format, at }: AppCare, answer: SubjectAnswer): readonly string[] {
  const { changedBy, floor, isMedicine } = answer
  const lines = changedBy.map((change) => changeText(i18n, change))
  if (floor === null || floor <= at || isMedicine) return lines
  return [
    ...lines,
    i18n._({
      id: 'changes.floor',
      message:
        'A clinician may open it sooner, but not before {when}. That is the shortest time any source gives.',
      values: { when: format.shortDayTime(floor, at) },
    }),
  ]
}

function changeText(i18n: I18n, change: Change): string {
  switch (change) {
    case 'time':
      return i18n._({ id: 'change.time', message: 'Time alone.' })
    case 'report':
      return i18n._({
        id: 'change.report',
        message: 'A check-in that says the signs are gone.',
      })
    case 'clearance':
      return i18n._({
        id: 'change.clearance',
        message: 'Your clinic saying that it is fine for you.',
      })
    case 'fact':
      return i18n._({ id: 'change.fact', message: 'Telling us more about you or the session.' })
    default:
      return change
  }
}
