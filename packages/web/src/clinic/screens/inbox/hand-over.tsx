import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import type { Alert } from '../../api/alerts.ts'
import type { TeamName } from '../../api/clinic.ts'
import { useStaff } from '../../app/console-context.ts'
import { type AlertActions, mayClose } from './use-alert-actions.ts'

interface HandOverProps {
  readonly alert: Alert
  readonly team: readonly TeamName[]
  readonly actions: AlertActions
}

/** Gives it to a named colleague, who can be asked about it from then on. */
export function HandOver({ alert, team, actions }: HandOverProps): JSX.Element {
  const { i18n } = useApp()
  const staff = useStaff()
  const others = team.filter(
    ({ userId, roles }) =>
      userId !== alert.ownerId &&
      userId !== staff.userId &&
      roles.some((role) => role !== 'read-only'),
  )
  if (!mayClose(alert, staff))
    return (
      <p class="quiet">
        {i18n._({
          id: 'inbox.clinician-only',
          message: 'An urgent one is handed over and closed by a clinician. You can take it.',
        })}
      </p>
    )
  if (others.length === 0)
    return (
      <p class="quiet">
        {i18n._({ id: 'inbox.hand.nobody', message: 'There is nobody else to hand it to.' })}
      </p>
    )
  return <Colleagues alert={alert} team={others} actions={actions} />
}

function Colleagues({ alert, team, actions }: HandOverProps): JSX.Element {
  const { i18n } = useApp()
  const id = useId()
  const [chosen, setChosen] = useState('')
  const to = team.find(({ userId }) => userId === chosen)
  const handOver = (event: Event) => {
    event.preventDefault()
    if (to) void actions.handOver(alert, to)
  }
  return (
    <form class="field alert-hand" onSubmit={handOver}>
      <label for={id}>{i18n._({ id: 'inbox.hand', message: 'Hand it to' })}</label>
      <div class="cluster">
        <select
          id={id}
          class="field-input"
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          <option value="">
            {i18n._({ id: 'inbox.hand.choose', message: 'Choose a colleague' })}
          </option>
          {team.map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </select>
        <Button type="submit" disabled={!to || actions.isBusy}>
          {i18n._({ id: 'inbox.hand.do', message: 'Hand over' })}
        </Button>
      </div>
    </form>
  )
}
