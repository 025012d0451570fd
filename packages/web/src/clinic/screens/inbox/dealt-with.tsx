import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import type { Alert } from '../../api/alerts.ts'
import { useStaff } from '../../app/console-context.ts'
import { type AlertActions, mayClose } from './use-alert-actions.ts'

interface DealtWithProps {
  readonly alert: Alert
  readonly actions: AlertActions
}

/** Closes it, after asking once: what is closed does not open again. */
export function DealtWith({ alert, actions }: DealtWithProps): JSX.Element | null {
  const { i18n } = useApp()
  const staff = useStaff()
  const [isAsking, setAsking] = useState(false)
  if (!mayClose(alert, staff)) return null
  const close = () => {
    setAsking(false)
    void actions.resolve(alert)
  }
  return (
    <div>
      <Button onClick={() => setAsking(true)} disabled={actions.isBusy}>
        {i18n._({ id: 'inbox.resolve', message: 'It is dealt with' })}
      </Button>
      <Sheet
        title={i18n._({ id: 'inbox.resolve.ask', message: 'Is it dealt with?' })}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
      >
        <p>
          {i18n._({
            id: 'inbox.resolve.text',
            message:
              'It leaves the list of everybody, and cannot be opened again. Your name and the time stay with it.',
          })}
        </p>
        <div class="cluster">
          <Button kind="main" onClick={close}>
            {i18n._({ id: 'inbox.resolve.do', message: 'Yes, close it' })}
          </Button>
          <Button onClick={() => setAsking(false)}>
            {i18n._({ id: 'inbox.resolve.not', message: 'Not yet' })}
          </Button>
        </div>
      </Sheet>
    </div>
  )
}
