import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Card } from '../../../../components/card.tsx'
import { useStaff } from '../../../app/console-context.ts'
import { ChangeSheet, type Changing, changeTitle } from './change-sheet.tsx'

const CLINICIANS = ['clear', 'override'] as const
const EVERYBODYS = ['advice', 'done', 'moved'] as const

/** What can be said that changes the plan: each shows what it would do before it is said. */
export function ChangePlan(): JSX.Element {
  const { i18n } = useApp()
  const { may } = useStaff()
  const [changing, setChanging] = useState<Changing | null>(null)
  const ways = [...(may('clinician') ? CLINICIANS : []), ...EVERYBODYS]
  return (
    <Card title={i18n._({ id: 'patient.change', message: 'Change the plan' })}>
      <ul class="ways">
        {ways.map((what) => (
          <li key={what}>
            <Button kind="quiet" onClick={() => setChanging({ what })}>
              {changeTitle(i18n, what)}
            </Button>
          </li>
        ))}
      </ul>
      {may('clinician') ? null : (
        <p class="quiet">
          {i18n._({
            id: 'patient.change.clinician',
            message: 'What opens something earlier, a clinician says.',
          })}
        </p>
      )}
      <ChangeSheet changing={changing} onClose={() => setChanging(null)} />
    </Card>
  )
}
