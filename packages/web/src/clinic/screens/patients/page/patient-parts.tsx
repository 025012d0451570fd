import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { hrefTo } from '../../../../app/route.ts'
import { Page } from '../../../../components/page.tsx'
import { NotFound } from '../../../app/console-screens.tsx'
import { useStaff } from '../../../app/console-context.ts'
import { OldNotice } from '../../../components/loaded.tsx'
import { CoursePart } from '../course/course-part.tsx'
import { patientsBack } from '../list/add-patient-screen.tsx'
import { MessagesPart } from '../messages/messages-part.tsx'
import { OverviewPart } from '../overview/overview-part.tsx'
import { PhotosPart } from '../photos/photos-part.tsx'
import { AsPatient } from '../plan/as-patient.tsx'
import { PlanPart } from '../plan/plan-part.tsx'
import { ReceiptScreen } from '../record/receipt-screen.tsx'
import { RecordPart } from '../record/record-part.tsx'
import { OfPlan } from './of-plan.tsx'
import { PatientHead } from './patient-head.tsx'
import { usePatient } from './patient-context.ts'

interface PatientPartsProps {
  readonly rest: readonly string[]
}

/** The part of a patient's page that the address names. */
export function PatientParts({ rest }: PatientPartsProps): JSX.Element {
  const [name = 'overview', ...others] = rest
  if (name === 'as-patient') return <AsPatient route={others} />
  if (name === 'receipts') return <ReceiptScreen receiptId={others[0] ?? ''} />
  const part = PARTS[name]
  return part ? <Part name={name}>{part()}</Part> : <NotFound />
}

const PARTS: Readonly<Record<string, () => JSX.Element>> = {
  overview: () => <OverviewPart />,
  plan: () => (
    <OfPlan>
      <PlanPart />
    </OfPlan>
  ),
  course: () => (
    <OfPlan>
      <CoursePart />
    </OfPlan>
  ),
  photos: () => <PhotosPart />,
  messages: () => <MessagesPart />,
  record: () => <RecordPart />,
}

interface PartProps {
  readonly name: string
  readonly children: ComponentChildren
}

/** Who it is, the ways to the other parts, and this one. Each part is a step of its own: the heading has the focus. */
function Part({ name, children }: PartProps): JSX.Element {
  const { i18n } = useApp()
  const { patient, isOld } = usePatient()
  return (
    <Page key={name} title={patient.name} back={patientsBack(i18n)}>
      {isOld ? <OldNotice /> : null}
      <PatientHead />
      <PartLinks name={name} />
      {children}
    </Page>
  )
}

function PartLinks({ name }: Pick<PartProps, 'name'>): JSX.Element {
  const { i18n } = useApp()
  const { may } = useStaff()
  const { patient } = usePatient()
  const parts = [
    ['overview', i18n._({ id: 'patient.overview', message: 'Overview' })],
    ['plan', i18n._({ id: 'patient.plan', message: 'Plan' })],
    ['course', i18n._({ id: 'patient.course', message: 'Course' })],
    ...(may('clinician') ? [['photos', i18n._({ id: 'patient.photos', message: 'Photos' })]] : []),
    ['messages', i18n._({ id: 'patient.messages', message: 'Messages' })],
    ['record', i18n._({ id: 'patient.record', message: 'Record' })],
  ] as const
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    if (nav.current) bringToMiddle(nav.current)
  }, [])
  return (
    <nav
      ref={nav}
      class="parts"
      aria-label={i18n._({ id: 'patient.parts', message: 'Parts of this page' })}
    >
      {parts.map(([part = '', word]) => (
        <a
          key={part}
          class="part"
          href={
            part === 'overview'
              ? hrefTo('patients', patient.patientId)
              : hrefTo('patients', patient.patientId, part)
          }
          {...(part === name && { 'aria-current': 'page' as const })}
        >
          {word}
        </a>
      ))}
    </nav>
  )
}

/** On a phone the row is wider than the screen: the part that is shown is in sight, and the page stays where it is. */
function bringToMiddle(nav: HTMLElement): void {
  const here = nav.querySelector('[aria-current]')?.getBoundingClientRect()
  if (here === undefined) return
  const row = nav.getBoundingClientRect()
  nav.scrollBy({ left: here.x + here.width / 2 - (row.x + row.width / 2) })
}
