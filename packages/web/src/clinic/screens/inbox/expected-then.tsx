import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useCare } from '../../../app/care-context.ts'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Card } from '../../../components/card.tsx'
import { courseNow, type SignNow } from '../../../model/course.ts'
import { lowerFirst } from '../../../words/texts.ts'
import type { Alert } from '../../api/alerts.ts'
import { AlertPatient } from './alert-patient.tsx'

/** What is usual on the very day of the report, by this patient's own plan. */
export function ExpectedThen({ alert }: { readonly alert: Alert }): JSX.Element | null {
  const { patientId, told } = alert
  const at = told === null ? undefined : parseInstant(told.at)
  if (at === undefined) return null
  return (
    <AlertPatient alert={alert} planless={null}>
      <CourseThen at={at} patientId={patientId} />
    </AlertPatient>
  )
}

interface CourseThenProps {
  readonly at: number
  readonly patientId: string
}

function CourseThen({ at, patientId }: CourseThenProps): JSX.Element {
  const care = useCare()
  const { i18n } = care
  const course = courseNow({ ...care, at })
  return (
    <Card title={i18n._({ id: 'inbox.course', message: 'Usual on that day' })}>
      {course.length === 0 ? (
        <p>
          {i18n._({
            id: 'inbox.course.none',
            message: 'No protocol covers what was done, so no usual course is known.',
          })}
        </p>
      ) : null}
      <SignLine
        label={i18n._({ id: 'inbox.course.usual', message: 'Usual' })}
        signs={course.filter(({ phase }) => phase === 'usual')}
      />
      <SignLine
        label={i18n._({ id: 'inbox.course.fading', message: 'May still show, mild and fading' })}
        signs={course.filter(({ phase }) => phase === 'fading')}
      />
      <SignLine
        label={i18n._({ id: 'inbox.course.over', message: 'Over by then' })}
        signs={course.filter(({ phase }) => phase === 'over')}
      />
      <p>
        <a href={hrefTo('patients', patientId, 'plan')}>
          {i18n._({ id: 'inbox.course.plan', message: 'The whole plan' })}
        </a>
      </p>
    </Card>
  )
}

interface SignLineProps {
  readonly label: string
  readonly signs: readonly SignNow[]
}

function SignLine({ label, signs }: SignLineProps): JSX.Element | null {
  const { i18n, texts, format } = useApp()
  if (signs.length === 0) return null
  return (
    <p>
      {i18n._({
        id: 'inbox.course.line',
        message: '{label}: {signs}.',
        values: {
          label,
          signs: format.list(signs.map(({ sign }) => lowerFirst(texts.sign(sign)))),
        },
      })}
    </p>
  )
}
