import { parseInstant } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Choice } from '../../../../components/choice.tsx'
import { Field } from '../../../../components/field.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import {
  type ApiKey,
  endApiKey,
  KEY_ROLES,
  type KeyRole,
  makeApiKey,
  readApiKeys,
} from '../../../api/connections.ts'
import { readAgain, useQuery } from '../../../app/query.ts'
import { Empty } from '../../../components/empty.tsx'
import { Form } from '../../../components/form.tsx'
import { Show } from '../../../components/loaded.tsx'
import { useAsking } from '../../../components/use-asking.ts'
import { issueText } from '../../../words/issue-words.ts'
import { roleWords } from '../../../words/role-words.ts'
import { EndButton } from './end-button.tsx'
import { OnceSecret } from './once-secret.tsx'

/** The keys that programs use the API with. */
export function KeysPart(): JSX.Element {
  const { i18n } = useApp()
  const keys = useQuery(['api-keys'], readApiKeys)
  return (
    <>
      <p class="quiet">
        {i18n._({
          id: 'keys.text',
          message:
            'A key does what its role may, and nothing that a clinician answers for by name. Give each program one of its own.',
        })}
      </p>
      <NewKeyButton />
      <Show loaded={keys}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={i18n._({ id: 'keys.none', message: 'No keys yet' })}>
              <p>
                {i18n._({
                  id: 'keys.none.text',
                  message: 'Make one when a program, such as your booking system, needs the API.',
                })}
              </p>
            </Empty>
          ) : (
            <ul class="settings-lines">
              {items.toReversed().map((one) => (
                <KeyLine key={one.apiKeyId} apiKey={one} />
              ))}
            </ul>
          )
        }
      </Show>
    </>
  )
}

function NewKeyButton(): JSX.Element {
  const { i18n } = useApp()
  const [isOpen, setOpen] = useState(false)
  const title = i18n._({ id: 'keys.new', message: 'New key' })
  return (
    <div>
      <Button kind="main" onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Sheet title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <NewKey onDone={() => setOpen(false)} />
      </Sheet>
    </div>
  )
}

function NewKey({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const { i18n } = useApp()
  const [name, setName] = useState('')
  const [role, setRole] = useState<KeyRole>('front-desk')
  const [made, setMade] = useState<string | null>(null)
  const { ask, error, problem, isBusy } = useAsking()
  if (made !== null) return <OnceSecret secrets={[{ label: name, value: made }]} onKept={onDone} />
  const atName = issueText(i18n, problem, 'name')
  const show = async ({ key }: { readonly key: string }) => {
    setMade(key)
    await readAgain('api-keys')
  }
  return (
    <Form
      onSubmit={() => ask(() => makeApiKey({ name, role }), show)}
      error={atName === undefined ? error : null}
    >
      <Field
        label={i18n._({ id: 'keys.name', message: 'Which program it is for' })}
        autocomplete="off"
        maxLength={100}
        value={name}
        onInput={setName}
        {...(atName !== undefined && { error: atName })}
      />
      <Choice
        legend={i18n._({ id: 'keys.role', message: 'What it may do' })}
        name="role"
        options={KEY_ROLES.map((one) => ({
          value: one,
          label: roleWords(i18n, one),
          hint: keyMeaning(i18n, one),
        }))}
        chosen={[role]}
        onChange={([chosen]) => setRole(KEY_ROLES.find((one) => one === chosen) ?? role)}
      />
      <Button kind="main" type="submit" disabled={isBusy}>
        {i18n._({ id: 'keys.make', message: 'Make the key' })}
      </Button>
    </Form>
  )
}

/** What a program may: less than somebody who signs in with that role. */
function keyMeaning(i18n: I18n, role: KeyRole): string {
  switch (role) {
    case 'clinician':
      return i18n._({
        id: 'keys.clinician',
        message: 'What the front desk may, photos too. It clears, shortens and closes nothing.',
      })
    case 'front-desk':
      return i18n._({
        id: 'keys.front-desk',
        message: 'Reads, and writes down patients, sessions, links and messages.',
      })
    case 'read-only':
      return i18n._({ id: 'keys.read-only', message: 'Reads, and changes nothing.' })
  }
}

function KeyLine({ apiKey }: { readonly apiKey: ApiKey }): JSX.Element {
  const { i18n } = useApp()
  const { apiKeyId, name, role, endedAt } = apiKey
  return (
    <li class="settings-line">
      <p class="settings-line-head">
        <b>
          <bdi>{name}</bdi>
        </b>
        <span>{roleWords(i18n, role)}</span>
        <KeyTimes apiKey={apiKey} />
      </p>
      {endedAt === null ? (
        <EndButton
          label={i18n._({ id: 'keys.end', message: 'End this key' })}
          name={name}
          text={i18n._({
            id: 'keys.end.text',
            message: 'The program that uses it is refused from its next request on.',
          })}
          end={() => endApiKey(apiKeyId)}
          then={() => readAgain('api-keys')}
        />
      ) : null}
    </li>
  )
}

function KeyTimes({ apiKey: { endedAt, usedAt } }: { readonly apiKey: ApiKey }): JSX.Element {
  const { i18n, format, at } = useApp()
  const when = (text: string) => format.dayTime(parseInstant(text) ?? at, at)
  if (endedAt !== null)
    return (
      <span class="quiet">
        {i18n._({
          id: 'keys.ended',
          message: 'ended {when}',
          values: { when: when(endedAt) },
        })}
      </span>
    )
  return (
    <span class="quiet">
      {usedAt === null
        ? i18n._({ id: 'keys.unused', message: 'not used yet' })
        : i18n._({
            id: 'keys.used',
            message: 'used last {when}',
            values: { when: when(usedAt) },
          })}
    </span>
  )
}
