import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Button } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import { ask } from '../../linked/ask.ts'
import { NotLinked } from '../../linked/parts/not-linked.tsx'
import { isUnsent } from '../../linked/outbox.ts'
import { signOut } from '../../linked/sign-out.ts'
import { backToClinic } from './clinic-pages.ts'

/** Clears the device, after what would be lost was said; and says whether the server knows. */
export function SignOutPage(): JSX.Element {
  const app = useApp()
  const [state, setState] = useState<'asking' | 'leaving' | 'ended' | 'not-told'>('asking')
  const leave = async (): Promise<void> => {
    setState('leaving')
    setState((await signOut(app, ask)) ? 'ended' : 'not-told')
  }
  if (state === 'ended' || state === 'not-told') return <Gone isTold={state === 'ended'} />
  if (state === 'asking' && app.record.clinic === null) return <NotLinked />
  return <Asking isLeaving={state === 'leaving'} onLeave={() => void leave()} />
}

interface AskingProps {
  readonly isLeaving: boolean
  readonly onLeave: () => void
}

function Asking({ isLeaving, onLeave }: AskingProps): JSX.Element {
  const { i18n, linked } = useApp()
  const unsent = (linked?.items ?? []).filter(isUnsent).length
  return (
    <Page
      title={i18n._({ id: 'sign-out.title', message: 'Sign out on this device?' })}
      lead={i18n._({
        id: 'sign-out.lead',
        message:
          'Your plan, your messages and your photos are erased on this device. Your clinic keeps its record. To come back you need a new link.',
      })}
      back={backToClinic(i18n)}
    >
      {unsent === 0 ? null : (
        <p class="clinic-notice clinic-notice-trouble">
          <b>
            {i18n._({
              id: 'sign-out.unsent',
              message:
                '{count, plural, one {# thing is not sent yet. If you sign out now, your clinic never gets it.} other {# things are not sent yet. If you sign out now, your clinic never gets them.}}',
              values: { count: unsent },
            })}
          </b>
        </p>
      )}
      <div class="cluster">
        <Button kind="main" disabled={isLeaving} onClick={onLeave}>
          {unsent === 0
            ? i18n._({ id: 'sign-out.yes', message: 'Yes, sign out and erase' })
            : i18n._({ id: 'sign-out.anyway', message: 'Erase it all the same' })}
        </Button>
        <Button href={backToClinic(i18n).href}>
          {i18n._({ id: 'sign-out.no', message: 'No, stay' })}
        </Button>
      </div>
    </Page>
  )
}

function Gone({ isTold }: { readonly isTold: boolean }): JSX.Element {
  const { i18n } = useApp()
  useEffect(() => document.querySelector<HTMLElement>('#heading')?.focus(), [])
  return (
    <Page
      title={i18n._({ id: 'sign-out.done', message: 'You are signed out' })}
      lead={
        isTold
          ? i18n._({ id: 'sign-out.all', message: 'Nothing of it is left on this device.' })
          : i18n._({
              id: 'sign-out.not-told',
              message:
                'Nothing of it is left on this device. There is no network, so your clinic’s server does not know yet. Open Afterglow here once more when there is one. If the device is lost before, call your clinic.',
            })
      }
    >
      {/* Loaded anew: nothing stays in memory either. */}
      <Button kind="main" onClick={() => location.replace('./')}>
        {i18n._({ id: 'sign-out.start', message: 'Go to the start' })}
      </Button>
    </Page>
  )
}
