import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import { type Passkey, readPasskeys, removePasskey } from '../../../api/auth.ts'
import { hasPasskeys } from '../../../api/passkey.ts'
import { useConsole } from '../../../app/console-context.ts'
import { readAgain, useQuery } from '../../../app/query.ts'
import { Show } from '../../../components/loaded.tsx'
import { useAsking } from '../../../components/use-asking.ts'
import { PasskeySetUp } from '../../second-factor/passkey-set-up.tsx'

/** The passkeys that sign one in, to add to and to remove. */
export function Passkeys(): JSX.Element {
  const { i18n } = useApp()
  const passkeys = useQuery(['passkeys'], readPasskeys)
  return (
    <section class="stack">
      <h2>{i18n._({ id: 'you.passkeys', message: 'Passkeys' })}</h2>
      <Show loaded={passkeys}>
        {(items) =>
          items.length === 0 ? (
            <p class="quiet">
              {i18n._({
                id: 'you.passkeys.none',
                message: 'None yet. A passkey signs you in with your finger, your face or a PIN.',
              })}
            </p>
          ) : (
            <ul class="settings-lines">
              {items.map((one) => (
                <PasskeyLine key={one.passkeyId} passkey={one} />
              ))}
            </ul>
          )
        }
      </Show>
      {hasPasskeys() ? <AddPasskey /> : null}
    </section>
  )
}

function AddPasskey(): JSX.Element {
  const { i18n } = useApp()
  const { say } = useConsole()
  const [isOpen, setOpen] = useState(false)
  const title = i18n._({ id: 'you.passkeys.add', message: 'Add a passkey' })
  const done = async () => {
    setOpen(false)
    await readAgain('passkeys')
    say(i18n._({ id: 'you.passkeys.added', message: 'The passkey is set up' }))
  }
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{title}</Button>
      <Sheet title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <PasskeySetUp onDone={done} />
      </Sheet>
    </div>
  )
}

function PasskeyLine({ passkey }: { readonly passkey: Passkey }): JSX.Element {
  const { i18n } = useApp()
  const { say } = useConsole()
  const { ask, error, isBusy } = useAsking()
  const { passkeyId, name } = passkey
  const removed = async () => {
    await readAgain('passkeys')
    say(i18n._({ id: 'you.passkeys.removed', message: 'The passkey is removed' }))
  }
  return (
    <li class="settings-line">
      <p class="settings-line-head">
        <b>
          <bdi>{name}</bdi>
        </b>
        <PasskeyUse passkey={passkey} />
      </p>
      <div class="form-buttons">
        <Button
          kind="quiet"
          disabled={isBusy}
          onClick={() => ask(() => removePasskey(passkeyId), removed)}
        >
          {i18n._({ id: 'you.passkeys.remove', message: 'Remove {name}', values: { name } })}
        </Button>
      </div>
      {error === null ? null : (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </li>
  )
}

function PasskeyUse({
  passkey: { lastUsedAt, createdAt },
}: {
  readonly passkey: Passkey
}): JSX.Element {
  const { i18n, format } = useApp()
  return (
    <span class="quiet">
      {lastUsedAt === null
        ? i18n._({
            id: 'you.passkeys.made',
            message: 'set up {when}',
            values: { when: format.dayTime(createdAt) },
          })
        : i18n._({
            id: 'you.passkeys.used',
            message: 'used last {when}',
            values: { when: format.dayTime(lastUsedAt) },
          })}
    </span>
  )
}
