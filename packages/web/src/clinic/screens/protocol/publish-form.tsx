import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { goTo, hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Choice } from '../../../components/choice.tsx'
import {
  type Adoption,
  type Apply,
  type Preview,
  type Publishing,
  publishAdoption,
  rollBackTo,
} from '../../api/adoptions.ts'
import { newKey, type Reply } from '../../api/request.ts'
import { useConsole } from '../../app/console-context.ts'
import { readAgain } from '../../app/query.ts'
import { loosens, NO_CHANGES } from './draft.ts'
import { heldDraft, holdDraft } from './draft-store.ts'
import { useProtocol } from './protocol-context.tsx'

interface PublishFormProps {
  readonly plans: NonNullable<Preview['plans']>
}

/** Makes the draft the clinic's next version, for new plans, or for running ones too. */
export function PublishForm({ plans }: PublishFormProps): JSX.Element {
  const { i18n } = useApp()
  const { draft, standing, mayShorten, now } = useProtocol()
  const [apply, setApply] = useState<Apply>('new')
  const [isBusy, publish] = usePublish(apply)
  const isBarred = !mayShorten && loosens(standing, draft?.changes ?? NO_CHANGES)
  return (
    <Card
      title={i18n._({
        id: 'protocol.publish.title',
        message: 'Publish version {number}',
        values: { number: now.number + 1 },
      })}
    >
      <ApplyChoice apply={apply} onChange={setApply} plans={plans} />
      {isBarred ? (
        <p role="alert">
          {i18n._({
            id: 'protocol.publish.barred',
            message:
              'Something may open earlier than now by this draft. A clinician has to publish it.',
          })}
        </p>
      ) : (
        <Button kind="main" disabled={isBusy} onClick={publish}>
          {i18n._({ id: 'protocol.publish', message: 'Publish' })}
        </Button>
      )}
    </Card>
  )
}

interface ApplyChoiceProps {
  readonly apply: Apply
  readonly onChange: (apply: Apply) => void
  readonly plans: PublishFormProps['plans'] | null
}

export function ApplyChoice({ apply, onChange, plans }: ApplyChoiceProps): JSX.Element {
  const { i18n } = useApp()
  const { running, changed } = plans ?? { running: 0, changed: 0 }
  return (
    <Choice
      legend={i18n._({ id: 'protocol.apply', message: 'Who gets it?' })}
      name="apply"
      chosen={[apply]}
      onChange={([chosen]) => onChange(chosen === 'running' ? 'running' : 'new')}
      options={[
        {
          value: 'new',
          label: i18n._({ id: 'protocol.apply.new', message: 'New plans only' }),
          hint: i18n._({
            id: 'protocol.apply.new.hint',
            message: 'Running plans keep what they were given.',
          }),
        },
        {
          value: 'running',
          label: i18n._({ id: 'protocol.apply.running', message: 'Running plans too' }),
          hint:
            plans === null
              ? i18n._({
                  id: 'protocol.apply.running.all',
                  message: 'Every plan that runs now gets it.',
                })
              : i18n._({
                  id: 'protocol.apply.running.hint',
                  message: '{changed, number} of {running, number} answer something differently.',
                  values: { changed, running },
                }),
        },
      ]}
    />
  )
}

function usePublish(apply: Apply): readonly [boolean, () => void] {
  const { sayProblem } = useConsole()
  const [isBusy, setBusy] = useState(false)
  const key = useRef(newKey())
  const told = usePublished()
  const publish = async () => {
    const held = heldDraft()
    if (held === null) return
    setBusy(true)
    const publishing = { apply, after: held.startedFrom }
    const reply = await publishAdoption(held.changes, publishing, keyOf(key.current, publishing))
    setBusy(false)
    if (reply.ok) {
      holdDraft(null)
      await told(reply)
      return
    }
    holdDraft({ ...held, issues: reply.problem.issues })
    sayProblem(reply.problem)
    // Somebody else may have been first: then that is said beside the draft.
    await readAgain('adoptions')
  }
  return [isBusy, () => void publish()]
}

/** Another way to publish is another request. */
export function keyOf(key: string, { apply, after }: Publishing): string {
  return `${key}-${apply}-${after}`
}

type Published = Extract<Reply<Adoption>, { readonly ok: true }>

/** Says that a number was published, with the way back where no running plan got it, and goes to the list of all. */
export function usePublished(): (reply: Published) => Promise<void> {
  const { i18n } = useApp()
  const { say, sayProblem } = useConsole()
  const { now } = useProtocol()
  const before = now.number
  const undo = async (after: number) => {
    const publishing = { apply: 'new', after } as const
    const reply =
      before === 0
        ? await publishAdoption(NO_CHANGES, publishing, newKey())
        : await rollBackTo(before, publishing, newKey())
    if (!reply.ok) sayProblem(reply.problem)
    await readAgain('adoptions')
  }
  return async ({ value: { number, apply } }) => {
    goTo(hrefTo('protocol', 'history'))
    if (apply === 'running') say(runningWords(i18n, number))
    else say(newWords(i18n, number), () => undo(number), 'protocol/history')
    await readAgain('adoptions')
  }
}

function runningWords(i18n: I18n, number: number): string {
  return i18n._({
    id: 'protocol.published.running',
    message: 'Version {number} is published. Running plans are getting it now.',
    values: { number },
  })
}

function newWords(i18n: I18n, number: number): string {
  return i18n._({
    id: 'protocol.published.new',
    message: 'Version {number} is published. New plans get it.',
    values: { number },
  })
}
