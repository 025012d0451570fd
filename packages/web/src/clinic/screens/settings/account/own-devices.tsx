import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import {
  endOtherSessions,
  endOwnSession,
  type OwnSession,
  readOwnSessions,
} from '../../../api/own-sessions.ts'
import { useConsole } from '../../../app/console-context.ts'
import { readAgain, useQuery } from '../../../app/query.ts'
import { Show } from '../../../components/loaded.tsx'
import { useAsking } from '../../../components/use-asking.ts'
import { browserOf } from './browser-of.ts'

/** Where one is signed in, to recognise it and to end it. */
export function OwnDevices(): JSX.Element {
  const { i18n } = useApp()
  const sessions = useQuery(['own-sessions'], readOwnSessions)
  return (
    <section class="stack">
      <h2>{i18n._({ id: 'you.devices', message: 'Where you are signed in' })}</h2>
      <Show loaded={sessions}>
        {(items) => (
          <>
            <ul class="settings-lines">
              {items.map((one) => (
                <DeviceLine key={one.sessionId} session={one} />
              ))}
            </ul>
            {items.length > 1 ? <EndOthers /> : null}
          </>
        )}
      </Show>
    </section>
  )
}

function DeviceLine({ session }: { readonly session: OwnSession }): JSX.Element {
  const { i18n, format, at } = useApp()
  const { ask, isBusy, error } = useAsking()
  const { sessionId, userAgent, address, seenAt, current } = session
  const name =
    browserOf(userAgent ?? '') ?? i18n._({ id: 'you.devices.unknown', message: 'Some device' })
  const seen = parseInstant(seenAt)
  const where = seen === undefined ? '' : format.dayTime(seen, at)
  return (
    <li class="settings-line">
      <p class="settings-line-head">
        <b>
          <bdi>{name}</bdi>
        </b>
        <span class="quiet">
          {current ? i18n._({ id: 'you.devices.here', message: 'this browser' }) : where}
          {address === null ? null : (
            <>
              {' · '}
              <bdi dir="ltr">{address}</bdi>
            </>
          )}
        </span>
      </p>
      {current ? null : (
        <div class="form-buttons">
          <Button
            kind="quiet"
            disabled={isBusy}
            onClick={() =>
              ask(
                () => endOwnSession(sessionId),
                () => readAgain('own-sessions'),
              )
            }
          >
            {i18n._({ id: 'you.devices.end', message: 'Sign it out' })}
            <span class="unseen">{name}</span>
          </Button>
        </div>
      )}
      {error === null ? null : <p class="field-error">{error}</p>}
    </li>
  )
}

function EndOthers(): JSX.Element {
  const { i18n } = useApp()
  const { say } = useConsole()
  const { ask, isBusy } = useAsking()
  const ended = async ({ ended: count }: { readonly ended: number }) => {
    await readAgain('own-sessions')
    say(
      i18n._({
        id: 'you.devices.ended',
        message: '{count, plural, one {# other device is} other {# other devices are}} signed out',
        values: { count },
      }),
    )
  }
  return (
    <div>
      <Button disabled={isBusy} onClick={() => ask(endOtherSessions, ended)}>
        {i18n._({ id: 'you.devices.end-others', message: 'Sign out everywhere else' })}
      </Button>
    </div>
  )
}
