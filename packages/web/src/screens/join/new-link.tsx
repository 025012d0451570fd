import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Field } from '../../components/field.tsx'
import { ask, newKey } from '../../linked/ask.ts'
import { type Joined, joinedBy } from '../../linked/join.ts'
import { joinTrouble } from './join-words.ts'

/** The same is said whether the address is on record or not: nobody learns who is a patient. */
export function NewLink({ clinicId }: { readonly clinicId: string | null }): JSX.Element {
  const { i18n } = useApp()
  return (
    <Card title={i18n._({ id: 'join.lost', message: 'I lost my link' })}>
      {clinicId === null ? (
        <p>
          {i18n._({ id: 'join.lost-call', message: 'Call your clinic, and ask for a new one.' })}
        </p>
      ) : (
        <NewLinkForm clinicId={clinicId} />
      )}
    </Card>
  )
}

function NewLinkForm({ clinicId }: { readonly clinicId: string }): JSX.Element {
  const { i18n } = useApp()
  const [address, setAddress] = useState('')
  const [said, setSaid] = useState<'sent' | Joined | null>(null)
  const submit = async (): Promise<void> => {
    const body = { clinicId, address: addressIn(address) }
    const answer = await ask({ method: 'POST', path: '/invitations/again', body, key: newKey() })
    setSaid(answer.kind === 'answered' ? 'sent' : joinedBy(answer))
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Field
        label={i18n._({
          id: 'join.address',
          message: 'The e-mail address or phone number that your clinic has of you',
        })}
        hint={i18n._({
          id: 'join.address-hint',
          message: 'Begin a number with + and the code of its country.',
        })}
        value={address}
        onInput={setAddress}
        {...(said !== null && said !== 'sent' && { error: againTrouble(i18n, said) })}
      />
      <div class="cluster">
        <Button type="submit" disabled={address.trim() === ''}>
          {i18n._({ id: 'join.send-link', message: 'Send me a new link' })}
        </Button>
      </div>
      <p role="status">{said === 'sent' ? sentText(i18n) : ''}</p>
    </form>
  )
}

/** Numbers are typed with spaces and dashes; a mail address is left as it is. */
function addressIn(text: string): string {
  return text.includes('@') ? text.trim() : text.replaceAll(/[\s().-]/g, '')
}

function sentText(i18n: I18n): string {
  return i18n._({
    id: 'join.link-sent',
    message:
      'If your clinic has this address, a new link is on its way. If none comes, call your clinic.',
  })
}

function againTrouble(i18n: I18n, said: Joined): string {
  if (said.kind !== 'refused') return joinTrouble(i18n, said)
  return i18n._({
    id: 'join.no-address',
    message: 'This is no e-mail address and no number with its country. Look again.',
  })
}
