import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { holdDraft } from './draft-store.ts'
import { useProtocol } from './protocol-context.tsx'

/** Somebody else published after the draft was begun: what they changed is not in it. */
export function OtherPublished(): JSX.Element | null {
  const { i18n } = useApp()
  const { draft, now } = useProtocol()
  if (draft === null || draft.startedFrom === now.number) return null
  return (
    <div class="notice" role="alert">
      <p>
        {i18n._({
          id: 'protocol.draft.overtaken',
          message:
            'Version {number} was published after you began. Your draft does not hold what it changed: publishing would take that back.',
          values: { number: now.number },
        })}
      </p>
      <div class="cluster">
        <Button onClick={() => holdDraft(null)}>
          {i18n._({
            id: 'protocol.draft.from-newest',
            message: 'Begin again from version {number}',
            values: { number: now.number },
          })}
        </Button>
        <Button kind="quiet" onClick={() => holdDraft({ ...draft, startedFrom: now.number })}>
          {i18n._({ id: 'protocol.draft.keep', message: 'Keep mine' })}
        </Button>
      </div>
    </div>
  )
}
