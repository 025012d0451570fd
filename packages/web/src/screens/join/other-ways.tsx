import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Field } from '../../components/field.tsx'
import { ask, newKey } from '../../linked/ask.ts'
import { type Joined, joinedBy, linkDevice, readCode } from '../../linked/join.ts'
import { joinTrouble } from './join-words.ts'
import { NewLink } from './new-link.tsx'

interface OtherWaysProps {
  /** The clinic that a link named; null where there was none. */
  readonly clinicId: string | null
  readonly onJoined: () => void
}

/** Without a link that is good: a new link, or a code from another device. */
export function OtherWays({ clinicId, onJoined }: OtherWaysProps): JSX.Element {
  const { record } = useApp()
  const known = clinicId ?? record.clinic?.clinicId ?? null
  return (
    <>
      <NewLink clinicId={known} />
      <TypedCode clinicId={known} onJoined={onJoined} />
    </>
  )
}

function TypedCode({ clinicId, onJoined }: OtherWaysProps): JSX.Element {
  const { i18n, change } = useApp()
  const [text, setText] = useState('')
  const [joined, setJoined] = useState<Joined | null>(null)
  const given = readCode(text, clinicId)
  const submit = async (): Promise<void> => {
    if (given === null) return
    const path = '/sign-in-codes/redeem'
    const answer = await ask({ method: 'POST', path, body: given, key: newKey() })
    setJoined(joinedBy(answer))
    if (answer.kind !== 'answered') return
    await linkDevice(change, answer.body, null)
    onJoined()
  }
  const trouble = joined && joinTrouble(i18n, joined)
  return (
    <Card title={i18n._({ id: 'join.other-device', message: 'Signed in on another screen' })}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Field
          label={i18n._({ id: 'join.typed', message: 'The code that it shows' })}
          hint={codeHint(i18n, clinicId !== null)}
          value={text}
          onInput={setText}
          autocomplete="one-time-code"
          {...(trouble && { error: trouble })}
        />
        <div class="cluster">
          <Button type="submit" disabled={given === null}>
            {i18n._({ id: 'join.use-code', message: 'Use this code' })}
          </Button>
        </div>
      </form>
    </Card>
  )
}

/** Six digits alone do not say of which clinic: where this device does not know that either, the code is pasted whole. */
function codeHint(i18n: Parameters<typeof joinTrouble>[0], isClinicKnown: boolean): string {
  return isClinicKnown
    ? i18n._({
        id: 'join.type',
        message: 'There, open My clinic and “Use it in the installed app”.',
      })
    : i18n._({
        id: 'join.paste',
        message:
          'There, open My clinic and “Use it in the installed app”. Copy the code, and paste it here.',
      })
}
