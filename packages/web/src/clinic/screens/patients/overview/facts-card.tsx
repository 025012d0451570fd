import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Card } from '../../../../components/card.tsx'
import { useStaff } from '../../../app/console-context.ts'
import { ChangeSheet, type Changing } from '../change/change-sheet.tsx'
import { usePatient } from '../page/patient-context.ts'
import { historyWord, medicineWord } from '../session-words.ts'

/** What is known of the person, and what nobody has asked yet: then the stricter answer counts. */
export function FactsCard(): JSX.Element | null {
  const { i18n, format } = useApp()
  const { may } = useStaff()
  const { told } = usePatient()
  const [changing, setChanging] = useState<Changing | null>(null)
  // Before the first session they are told with it.
  if (told.session === null) return null
  const { fitzpatrickSkinType = 'unknown', medicines, history } = told.session.patient
  const unknown = i18n._({ id: 'patient.facts.unknown', message: 'Not known' })
  const none = i18n._({ id: 'patient.facts.none', message: 'None' })
  const list = (words: readonly string[] | undefined, word: typeof historyWord) =>
    words === undefined
      ? unknown
      : words.length === 0
        ? none
        : format.list(words.map((one) => word(i18n, one)))
  return (
    <Card title={i18n._({ id: 'patient.facts', message: 'About the person' })}>
      <dl class="facts">
        <div>
          <dt>{i18n._({ id: 'patient.facts.skin-type', message: 'Skin type' })}</dt>
          <dd>{fitzpatrickSkinType === 'unknown' ? unknown : fitzpatrickSkinType}</dd>
        </div>
        <div>
          <dt>{i18n._({ id: 'patient.facts.medicines', message: 'Medicines' })}</dt>
          <dd>{list(medicines, medicineWord)}</dd>
        </div>
        <div>
          <dt>{i18n._({ id: 'patient.facts.history', message: 'History' })}</dt>
          <dd>{list(history, historyWord)}</dd>
        </div>
      </dl>
      {may('owner', 'clinician', 'front-desk') ? (
        <div class="quiet-start">
          <Button kind="quiet" onClick={() => setChanging({ what: 'facts' })}>
            {i18n._({ id: 'patient.facts.change', message: 'Add or change' })}
          </Button>
        </div>
      ) : null}
      <ChangeSheet changing={changing} onClose={() => setChanging(null)} />
    </Card>
  )
}
