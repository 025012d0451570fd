import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { Button } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import { type Answer, ask, newKey } from '../../linked/ask.ts'
import { goneWrong } from '../../linked/linked-words.ts'

/** No more messages on the channel that the link came by, once the button is pressed. */
export function UnsubscribePage({ rest: [token = ''] }: ScreenProps): JSX.Element {
  const { i18n } = useApp()
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => history.replaceState(null, '', hrefTo('unsubscribe')), [])
  const end = async (): Promise<void> =>
    setAnswer(await ask({ method: 'POST', path: '/unsubscribe', body: { token }, key: newKey() }))
  const isEnded = answer?.kind === 'answered'
  return (
    <Page
      title={i18n._({ id: 'unsubscribe.title', message: 'Stop these messages?' })}
      lead={i18n._({
        id: 'unsubscribe.lead',
        message:
          'Your clinic then sends no more reminders this way. Your plan stays as it is, and you can still call.',
      })}
    >
      {isEnded ? null : (
        <div class="cluster">
          <Button kind="main" onClick={() => void end()}>
            {i18n._({ id: 'unsubscribe.yes', message: 'Yes, stop them' })}
          </Button>
        </div>
      )}
      <p role="status">{answer === null ? '' : outcome(i18n, answer)}</p>
    </Page>
  )
}

function outcome(i18n: I18n, answer: Answer): string {
  if (answer.kind === 'answered')
    return i18n._({ id: 'unsubscribe.done', message: 'Done. You get no more of these messages.' })
  if (answer.kind === 'refused' && answer.status === 410)
    return i18n._({
      id: 'unsubscribe.ended',
      message: 'This link is no longer good. Tell your clinic that you want no more messages.',
    })
  return goneWrong(i18n, answer.kind)
}
