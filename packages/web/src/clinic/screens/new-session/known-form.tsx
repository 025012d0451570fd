import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { type Patient, type PatientSession, readPatientSession } from '../../api/patients.ts'
import { type PatientProcedure, readProcedures } from '../../api/procedures.ts'
import { newKey } from '../../api/request.ts'
import { useClinicLibrary, useLibrary } from '../../app/library.ts'
import { type Loaded, useQuery } from '../../app/query.ts'
import { Waiting } from './bare.tsx'
import { type Shortening, shorteningsIn } from './general-word.ts'
import { lastOf } from './known.ts'
import { SessionForm } from './session-form.tsx'
import { useClinicsWord } from './use-clinics-word.ts'
import { useHandOver } from './use-hand-over.ts'

interface KnownFormProps {
  readonly patient: Patient
  readonly zone: string
  /** Null where the address names the patient. */
  readonly onOther: (() => void) | null
}

/** The form of somebody on record, once what is on record of them has come. */
export function KnownForm({ patient, ...rest }: KnownFormProps): JSX.Element {
  const { patientId } = patient
  // Read for this form alone: what was read before may lack the last session, and the form is filled in once.
  const [reading] = useState(newKey)
  const key = ['patients', patientId, 'recording', reading]
  const session = useQuery([...key, 'session'], () => readPatientSession(patientId))
  const past = useQuery([...key, 'past'], () => readProcedures(patientId))
  const told = both(session, past)
  if (told.state !== 'there') return <Waiting loaded={told} />
  return <ToldForm patient={patient} told={told.value[0]} past={told.value[1]} {...rest} />
}

interface ToldFormProps extends KnownFormProps {
  readonly told: PatientSession
  readonly past: readonly PatientProcedure[]
}

function ToldForm({ patient, told, past, zone, onOther }: ToldFormProps): JSX.Element {
  const { at } = useApp()
  const { session, facts, protocols } = told
  const onRecorded = useHandOver()
  // A plan is of what the clinic has adopted when it begins, with the first session.
  const pinned = useLibrary(protocols)
  const current = useClinicLibrary()
  const library = session === null ? current : pinned
  const word = useClinicsWord()
  const said = word.state === 'there' ? word.value : NOTHING
  const known = useMemo(
    () => ({
      session,
      zone: patient.zone,
      facts,
      last: lastOf(past, at),
      shortenings: session === null ? said : shorteningsIn(session),
    }),
    [told, patient.zone, past, said],
  )
  if (library.state !== 'there') return <Waiting loaded={library} />
  if (word.state !== 'there') return <Waiting loaded={word} />
  return (
    <SessionForm
      who={{ kind: 'known', patientId: patient.patientId, name: patient.name }}
      chosen={{ kind: 'known', patient }}
      library={library.value}
      {...{ known, zone, onOther, onRecorded }}
    />
  )
}

const NOTHING: readonly Shortening[] = []

function both<A, B>(a: Loaded<A>, b: Loaded<B>): Loaded<readonly [A, B]> {
  if (a.state !== 'there') return a
  if (b.state !== 'there') return b
  return { state: 'there', value: [a.value, b.value], isOld: a.isOld || b.isOld }
}
