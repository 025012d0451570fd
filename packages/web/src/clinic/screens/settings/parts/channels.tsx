import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Field } from '../../../../components/field.tsx'
import { type Channel, readChannels, testChannel } from '../../../api/channels.ts'
import { useConsole, useStaff } from '../../../app/console-context.ts'
import { useQuery } from '../../../app/query.ts'
import { Form } from '../../../components/form.tsx'
import { Show } from '../../../components/loaded.tsx'
import { useAsking } from '../../../components/use-asking.ts'
import { issueText } from '../../../words/issue-words.ts'

/** The ways that the server has to reach patients, each with a test. */
export function Channels(): JSX.Element {
  const { i18n } = useApp()
  const channels = useQuery(['channels'], readChannels)
  return (
    <section class="stack">
      <h2>{i18n._({ id: 'settings.channels', message: 'Ways to reach patients' })}</h2>
      <Show loaded={channels}>
        {(items) => (
          <ul class="settings-lines">
            {items.map((one) => (
              <ChannelLine key={one.channel} channel={one} />
            ))}
          </ul>
        )}
      </Show>
    </section>
  )
}

function ChannelLine({
  channel: { channel, isSetUp },
}: {
  readonly channel: Channel
}): JSX.Element {
  const { i18n } = useApp()
  return (
    <li class="settings-line">
      <p class="settings-line-head">
        <b>{channelName(i18n, channel)}</b>
        <span class="quiet">
          {isSetUp
            ? i18n._({ id: 'settings.channel.there', message: 'Set up on the server' })
            : i18n._({
                id: 'settings.channel.missing',
                message: 'Not set up: whoever runs the server does it, as docs/operate.md says',
              })}
        </span>
      </p>
      {isSetUp ? <ChannelTest channel={channel} /> : null}
    </li>
  )
}

function channelName(i18n: I18n, channel: Channel['channel']): string {
  switch (channel) {
    case 'email':
      return i18n._({ id: 'settings.channel.email', message: 'E-mail' })
    case 'sms':
      return i18n._({ id: 'settings.channel.sms', message: 'Text message' })
    case 'push':
      return i18n._({ id: 'settings.channel.push', message: 'Notice on the phone' })
  }
}

interface ChannelTestProps {
  readonly channel: Channel['channel']
}

function ChannelTest({ channel }: ChannelTestProps): JSX.Element | null {
  const { i18n } = useApp()
  const { email } = useStaff()
  switch (channel) {
    case 'push':
      return (
        <p class="quiet">
          {i18n._({
            id: 'settings.channel.push.how',
            message: 'Tried from a patient’s own phone: there is no notice to a computer here.',
          })}
        </p>
      )
    case 'email':
      return <EmailTest to={email} />
    case 'sms':
      return <SmsTest />
  }
}

function EmailTest({ to }: { readonly to: string }): JSX.Element {
  const { i18n } = useApp()
  const { say } = useConsole()
  const { ask, error, isBusy } = useAsking()
  const sent = i18n._({
    id: 'settings.channel.sent',
    message: 'Sent to {to}. Look whether it arrives.',
    values: { to },
  })
  return (
    <Form
      onSubmit={() =>
        ask(
          () => testChannel('email'),
          () => say(sent),
        )
      }
      error={error}
    >
      <Button type="submit" disabled={isBusy}>
        {i18n._({
          id: 'settings.channel.test-mail',
          message: 'Send a test to {to}',
          values: { to },
        })}
      </Button>
    </Form>
  )
}

function SmsTest(): JSX.Element {
  const { i18n } = useApp()
  const { say } = useConsole()
  const { ask, error, problem, isBusy } = useAsking()
  const [to, setTo] = useState('')
  const wrong = issueText(i18n, problem, 'to') ?? error
  const sent = i18n._({
    id: 'settings.channel.sent',
    message: 'Sent to {to}. Look whether it arrives.',
    values: { to },
  })
  return (
    <Form
      onSubmit={() =>
        ask(
          () => testChannel('sms', to.replace(/[\s()-]/g, '')),
          () => say(sent),
        )
      }
    >
      <Field
        label={i18n._({ id: 'settings.channel.number', message: 'Your own mobile number' })}
        type="tel"
        dir="ltr"
        value={to}
        onInput={setTo}
        {...(wrong !== null && { error: wrong })}
      />
      <Button type="submit" disabled={isBusy}>
        {i18n._({ id: 'settings.channel.test-sms', message: 'Send a test message' })}
      </Button>
    </Form>
  )
}
