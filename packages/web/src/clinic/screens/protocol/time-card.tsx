import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { timeChangeOf } from './draft.ts'
import { useProtocol } from './protocol-context.tsx'
import { TimeForm } from './time-form.tsx'
import { timeWords } from './change-words.ts'

/** What this clinic says of the time of one subject, and for whoever may, the form to change it in the draft. */
export function TimeCard({ subject }: { readonly subject: string }): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { published, changes, standing, mayEdit } = useProtocol()
  const isOwn = changes.subjects.some((one) => one.subject === subject)
  const isPublished = published.subjects.some((one) => one.subject === subject)
  const now = timeChangeOf(standing, subject)
  return (
    <Card title={i18n._({ id: 'protocol.here', message: 'In this clinic' })}>
      {isPublished ? <p>{timeWords(app, now)}</p> : <OwnWords subject={subject} />}
      {isOwn && mayEdit ? (
        <Button href={hrefTo('protocol', 'own', subject)}>
          {i18n._({ id: 'protocol.own.change', message: 'Change it in the draft' })}
        </Button>
      ) : null}
      {isPublished && mayEdit ? <TimeForm subject={subject} /> : null}
    </Card>
  )
}

function OwnWords({ subject }: { readonly subject: string }): JSX.Element {
  const { i18n } = useApp()
  const { changes } = useProtocol()
  return (
    <p>
      {changes.subjects.some((one) => one.subject === subject)
        ? i18n._({ id: 'protocol.own.is', message: 'This subject is the clinic’s own.' })
        : i18n._({
            id: 'protocol.own.removed',
            message: 'This subject is the clinic’s own, and the draft takes it out.',
          })}
    </p>
  )
}
