import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Field } from '../../../../components/field.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import {
  type BookingSource,
  endBookingSource,
  makeBookingSource,
  type NewSource,
  readBookingSources,
  rotateBookingSource,
} from '../../../api/connections.ts'
import { readAgain, useQuery } from '../../../app/query.ts'
import { Form } from '../../../components/form.tsx'
import { Show } from '../../../components/loaded.tsx'
import { useAsking } from '../../../components/use-asking.ts'
import { issueText } from '../../../words/issue-words.ts'
import { EndButton } from './end-button.tsx'
import { OnceSecret } from './once-secret.tsx'
import { RotateButton } from './rotate-button.tsx'

const again = () => readAgain('webhooks')

/** The systems that may tell us of sessions, such as a booking system. */
export function Sources(): JSX.Element {
  const { i18n } = useApp()
  const sources = useQuery(['webhooks', 'sources'], readBookingSources)
  return (
    <section class="stack">
      <h2>{i18n._({ id: 'webhooks.in', message: 'Be told of sessions' })}</h2>
      <p class="quiet">
        {i18n._({
          id: 'webhooks.in.text',
          message:
            'Your booking system can tell of booked and moved sessions; a mail or SMS provider, of messages that bounced.',
        })}
      </p>
      <Show loaded={sources}>
        {(items) =>
          items.length === 0 ? null : (
            <ul class="settings-lines">
              {items.map((one) => (
                <SourceLine key={one.sourceId} source={one} />
              ))}
            </ul>
          )
        }
      </Show>
      <NewSourceButton />
    </section>
  )
}

function NewSourceButton(): JSX.Element {
  const { i18n } = useApp()
  const [isOpen, setOpen] = useState(false)
  const title = i18n._({ id: 'webhooks.in.new', message: 'Add a system that tells us' })
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{title}</Button>
      <Sheet title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <NewSourceForm onDone={() => setOpen(false)} />
      </Sheet>
    </div>
  )
}

function NewSourceForm({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const { i18n } = useApp()
  const [name, setName] = useState('')
  const [made, setMade] = useState<NewSource | null>(null)
  const { ask, error, problem, isBusy } = useAsking()
  if (made !== null) return <SourceMade source={made} onDone={onDone} />
  const atName = issueText(i18n, problem, 'name')
  const show = async (source: NewSource) => {
    setMade(source)
    await again()
  }
  return (
    <Form
      onSubmit={() => ask(() => makeBookingSource(name), show)}
      error={atName === undefined ? error : null}
    >
      <Field
        label={i18n._({ id: 'webhooks.in.name', message: 'What the system is called' })}
        autocomplete="off"
        maxLength={100}
        value={name}
        onInput={setName}
        {...(atName !== undefined && { error: atName })}
      />
      <Button kind="main" type="submit" disabled={isBusy}>
        {i18n._({ id: 'webhooks.add', message: 'Add it' })}
      </Button>
    </Form>
  )
}

interface SourceMadeProps {
  readonly source: NewSource
  readonly onDone: () => void
}

function SourceMade({ source: { url, bouncesUrl, secret }, onDone }: SourceMadeProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <OnceSecret
      secrets={[
        { label: i18n._({ id: 'webhooks.in.secret', message: 'Secret' }), value: secret },
        { label: i18n._({ id: 'webhooks.in.url', message: 'Address for sessions' }), value: url },
        {
          label: i18n._({ id: 'webhooks.in.bounces', message: 'Address for bounces' }),
          value: bouncesUrl,
        },
      ]}
      onKept={onDone}
    />
  )
}

function SourceLine({ source }: { readonly source: BookingSource }): JSX.Element {
  const { i18n, format, at } = useApp()
  const { sourceId, name, endedAt } = source
  const ended = parseInstant(endedAt ?? '')
  return (
    <li class="settings-line">
      <p class="settings-line-head">
        <b>
          <bdi>{name}</bdi>
        </b>
        {ended === undefined ? null : (
          <span class="quiet">
            {i18n._({
              id: 'keys.ended',
              message: 'ended {when}',
              values: { when: format.dayTime(ended, at) },
            })}
          </span>
        )}
      </p>
      {endedAt === null ? (
        <div class="form-buttons">
          <RotateButton name={name} rotate={() => rotateBookingSource(sourceId)} />
          <EndButton
            label={i18n._({ id: 'webhooks.in.end', message: 'Take nothing more from it' })}
            name={name}
            text={i18n._({
              id: 'webhooks.in.end.text',
              message: 'What it sends from now on is refused. What it told before stays.',
            })}
            end={() => endBookingSource(sourceId)}
            then={again}
          />
        </div>
      ) : null}
    </li>
  )
}
