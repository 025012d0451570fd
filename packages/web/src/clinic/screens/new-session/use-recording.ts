import type { PatientFacts } from '@afterglow/engine'
import { useState } from 'preact/hooks'
import { createPatient, type NewPatient, type Patient } from '../../api/patients.ts'
import {
  type GivenProcedure,
  type RecordedProcedure,
  type Recording,
  recordProcedure,
} from '../../api/procedures.ts'
import { isRefusal, newKey, type Problem, type Reply } from '../../api/request.ts'
import { useHalfWritten } from '../../app/half-written.ts'
import { partName } from './kept-parts.ts'

/** Whose it is: on record, or to be added first. */
export type Whose =
  | { readonly kind: 'known'; readonly patientId: string; readonly name: string }
  | { readonly kind: 'new'; readonly person: NewPatient }

export interface ToRecord {
  readonly whose: Whose
  readonly procedure: GivenProcedure
  /** Null where the form says nothing that is not on record. */
  readonly facts: PatientFacts | null
}

export interface Recorded {
  readonly patientId: string
  readonly name: string
  readonly told: RecordedProcedure
}

export interface Recorder {
  /** `unsure`: there was no answer, so it may be recorded; only the very same is sent again. */
  readonly phase: 'editing' | 'sending' | 'unsure'
  readonly problem: Problem | null
  /** Somebody new who was added though their session was not: they are not added twice. */
  readonly added: Patient | null
  readonly record: (what: ToRecord) => Promise<Recorded | null>
}

/** Records a session once, however often the button is pressed, the network fails or somebody has to sign in between. */
export function useRecording(name: string): Recorder {
  const [unsure, setUnsure] = useHalfWritten<ToRecord | null>(partName('unsure', name), () => null)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { added, ownerOf, tell } = useSending(name)
  const record = async (asked: ToRecord): Promise<Recorded | null> => {
    if (isSending) return null
    const what = unsure ?? asked
    setSending(true)
    setProblem(null)
    const owner = await ownerOf(what.whose)
    const told = owner.ok ? await tell(owner.value.patientId, what) : owner
    if (owner.ok && told.ok) return { ...owner.value, told: told.value }
    if (!told.ok) {
      setSending(false)
      setUnsure(isRefusal(told.problem) ? null : what)
      setProblem(told.problem)
    }
    return null
  }
  const phase = unsure === null ? 'editing' : 'unsure'
  return { phase: isSending ? 'sending' : phase, problem, added, record }
}

type Owner = Pick<Patient, 'patientId' | 'name'>
type Sent<T> = { readonly ok: true; readonly value: T } | Extract<Reply<T>, { ok: false }>

interface Sending {
  readonly added: Patient | null
  readonly ownerOf: (whose: Whose) => Promise<Sent<Owner>>
  readonly tell: (patientId: string, what: ToRecord) => Promise<Sent<RecordedProcedure>>
}

function useSending(name: string): Sending {
  const [added, setAdded] = useHalfWritten<Patient | null>(partName('added', name), () => null)
  const keyOf = useKeysByBody(name)
  return {
    added,
    ownerOf: async (whose) => {
      if (whose.kind === 'known') return { ok: true, value: whose }
      if (added) return { ok: true, value: added }
      const reply = await createPatient(whose.person, keyOf(whose.person))
      if (reply.ok) setAdded(reply.value)
      return reply
    },
    tell: (patientId, { procedure, facts }) => {
      const body: Recording = { ...procedure, ...(facts && { patient: facts }) }
      return recordProcedure(patientId, body, keyOf({ patientId, ...body }))
    },
  }
}

/** The same key for the same thing: what is sent twice is done once, and what was changed is another thing. */
function useKeysByBody(name: string): (body: object) => string {
  const [keys] = useHalfWritten(partName('keys', name), () => new Map<string, string>())
  return (body) => {
    const asked = JSON.stringify(body)
    const key = keys.get(asked) ?? newKey()
    keys.set(asked, key)
    return key
  }
}
