import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Card } from '../../../components/card.tsx'
import { lowerFirst } from '../../../words/texts.ts'
import type { Alert, Told } from '../../api/alerts.ts'
import { signWords, takenBackWords, toldWords } from './inbox-words.ts'
import { goneSigns, strongest } from './told-signs.ts'

/** What was told, in the person's own words where there are any. */
export function ToldCard({ alert }: { readonly alert: Alert }): JSX.Element {
  const { i18n, format, at } = useApp()
  const { told, undone } = alert
  const toldAt = told === null ? undefined : parseInstant(told.at)
  return (
    <Card title={i18n._({ id: 'inbox.told', message: 'What was told' })}>
      {undone ? <p class="notice">{takenBackWords(i18n, alert)}</p> : null}
      {told === null ? (
        <p>
          {i18n._({
            id: 'inbox.told.not-kept',
            message: 'What was told is no longer on record.',
          })}
        </p>
      ) : (
        <ToldParts told={told} />
      )}
      {toldAt === undefined ? null : <p class="quiet">{format.dayTime(toldAt, at)}</p>}
    </Card>
  )
}

function ToldParts({ told }: { readonly told: Told }): JSX.Element {
  const app = useApp()
  const { texts } = app
  const present = strongest(told.signs ?? [])
  const written = told.body ?? told.notes ?? ''
  if (written === '' && present.length === 0) return <p class="told-line">{toldWords(app, told)}</p>
  return (
    <>
      <ul class="told-signs" lang={texts.lang}>
        {present.map((one) => (
          <li key={one.code}>{signWords(app, one)}</li>
        ))}
      </ul>
      {written === '' ? null : (
        <blockquote class="told-words" dir="auto">
          {written}
        </blockquote>
      )}
      <Gone told={told} />
    </>
  )
}

/** What was said not to be there: it was asked and answered. */
function Gone({ told: { signs = [] } }: { readonly told: Told }): JSX.Element | null {
  const { i18n, texts, format } = useApp()
  const gone = goneSigns(signs).map(({ code }) => lowerFirst(texts.sign(code)))
  if (gone.length === 0) return null
  return (
    <p class="quiet">
      {i18n._({
        id: 'inbox.told.gone',
        message: 'Said not to be there: {signs}.',
        values: { signs: format.list(gone) },
      })}
    </p>
  )
}
