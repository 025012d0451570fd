import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { useCare } from '../../../../app/care-context.ts'
import { hrefTo } from '../../../../app/route.ts'
import { Button } from '../../../../components/button.tsx'
import { Card } from '../../../../components/card.tsx'
import { Choice } from '../../../../components/choice.tsx'
import { Field } from '../../../../components/field.tsx'
import { type TimelineRow, timelineOf } from '../../../../model/timeline.ts'
import { Legend } from '../../../../screens/timeline/legend.tsx'
import { Ribbons } from '../../../../screens/timeline/ribbons.tsx'
import '../../../../screens/timeline/timeline.css'
import { usePatient } from '../page/patient-context.ts'
import { SubjectSheet } from './subject-sheet.tsx'
import { WindowTable } from './window-table.tsx'
import { windowRows } from './window-rows.ts'
import './plan.css'

/** The plan for a clinician: every window now, when it opens, what governs it, and all that its sources say. */
export function PlanPart(): JSX.Element {
  const { i18n, texts } = useCare()
  const { patientId } = usePatient().patient
  const [view, setView] = useState('table')
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <div class="stack">
      <div class="plan-ways">
        <Choice
          legend={i18n._({ id: 'patient.plan.view', message: 'How to show it' })}
          isLegendUnseen
          isCompact
          name="view"
          options={[
            { value: 'table', label: i18n._({ id: 'patient.plan.table', message: 'Table' }) },
            { value: 'ribbons', label: i18n._({ id: 'patient.plan.ribbons', message: 'Weeks' }) },
          ]}
          chosen={[view]}
          onChange={([next = 'table']) => setView(next)}
        />
        <Button href={hrefTo('patients', patientId, 'as-patient')}>
          {i18n._({ id: 'patient.plan.as-patient', message: 'As the patient sees it' })}
        </Button>
        <Button kind="quiet" href={hrefTo('sheet', patientId)}>
          {i18n._({ id: 'patient.plan.sheet', message: 'The sheet' })}
        </Button>
      </div>
      {view === 'table' ? <Windows onOpen={setOpened} /> : <Weeks onOpen={setOpened} />}
      <SubjectSheet
        subject={opened}
        title={opened === null ? '' : texts.subject(opened)}
        onClose={() => setOpened(null)}
        onOpen={setOpened}
      />
    </div>
  )
}

interface OpenProps {
  readonly onOpen: (subject: string) => void
}

function Windows({ onOpen }: OpenProps): JSX.Element {
  const care = useCare()
  const { i18n, plan, at, texts } = care
  const [words, setWords] = useState('')
  const [isAll, setAll] = useState(false)
  const rows = useMemo(() => windowRows(care), [plan, at])
  const wanted = words.trim().toLowerCase()
  const isFound = (subject: string) => texts.subject(subject).toLowerCase().includes(wanted)
  const found =
    wanted === ''
      ? rows.filter(({ isHeld }) => isAll || isHeld)
      : rows.filter(({ subject, standsFor }) => [subject, ...standsFor].some(isFound))
  return (
    <Card>
      <div class="plan-find">
        <Field
          label={i18n._({ id: 'patient.plan.find', message: 'Find a subject' })}
          type="search"
          value={words}
          onInput={setWords}
          autocomplete="off"
        />
        <label class="check-line">
          <input
            type="checkbox"
            checked={isAll}
            onChange={(event) => setAll(event.currentTarget.checked)}
          />
          {i18n._({ id: 'patient.plan.all', message: 'Also what is open' })}
        </label>
      </div>
      {found.length === 0 ? <NoRows isSearch={wanted !== ''} /> : null}
      {found.length === 0 ? null : <WindowTable rows={found} onOpen={onOpen} />}
    </Card>
  )
}

function NoRows({ isSearch }: { readonly isSearch: boolean }): JSX.Element {
  const { i18n } = useCare()
  return (
    <p class="quiet">
      {isSearch
        ? i18n._({
            id: 'patient.plan.not-found',
            message: 'No subject of the plan has this in its name.',
          })
        : i18n._({ id: 'patient.plan.nothing', message: 'Nothing is held back any more.' })}
    </p>
  )
}

const WEEKS = 4

/** The same as ribbons, as the patient has them. */
function Weeks({ onOpen }: OpenProps): JSX.Element {
  const care = useCare()
  const { plan, zone, at } = care
  const timeline = useMemo(() => timelineOf(care, WEEKS), [plan, zone, at])
  const open = ({ subjects: [first] }: TimelineRow) => {
    if (first !== undefined) onOpen(first)
  }
  return (
    <Card>
      <Ribbons
        timeline={timeline}
        sections={[{ title: null, rows: timeline.rows.filter(({ isHeld }) => isHeld) }]}
        onOpen={open}
      />
      <Legend />
    </Card>
  )
}
