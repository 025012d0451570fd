import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import type { Answered, Problem, Reply } from '../../../api/request.ts'
import { changeClinic, type Clinic, type ClinicChange, readClinic } from '../../../api/settings.ts'
import { type Console, useConsole } from '../../../app/console-context.ts'
import { queries, readAgain } from '../../../app/query.ts'
import { isNothing } from './clinic-change.ts'
import { CLINIC_KEY } from './clinic-key.ts'

interface Sending {
  readonly change: ClinicChange
  /** What takes it back. */
  readonly back: ClinicChange
  readonly etag: string | null
  /** Somebody else was first: what they left. */
  readonly theirs: (now: Answered<Clinic>) => void
}

interface Saving {
  readonly problem: Problem | null
  readonly isBusy: boolean
  readonly send: (sending: Sending) => void
}

/** Sends a change, says that it is saved with a way back, and shows what was refused. */
export function useSaving(onSaved: (now: Answered<Clinic>) => void): Saving {
  const { i18n } = useApp()
  const console = useConsole()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const undo = async (back: ClinicChange, etag: string | null) => {
    const reply = await put(console, { change: back, etag, onSaved })
    if (reply.ok) console.say(i18n._({ id: 'settings.undone', message: 'Put back as it was' }))
    else console.sayProblem(reply.problem)
  }
  const saved = i18n._({ id: 'settings.saved', message: 'Saved' })
  const work = async ({ change, back, etag, theirs }: Sending) => {
    setBusy(true)
    setProblem(null)
    const reply = await put(console, { change, etag, onSaved }).finally(() => setBusy(false))
    if (reply.ok) return console.say(saved, () => undo(back, reply.etag))
    setProblem(reply.problem)
    if (reply.problem.issues.length === 0) console.sayProblem(reply.problem)
    if (reply.problem.code === 'precondition-failed') theirs(await readClinic())
    return undefined
  }
  const nothing = i18n._({ id: 'settings.nothing', message: 'Nothing has changed.' })
  const send = (sending: Sending) => {
    if (isNothing(sending.change)) console.say(nothing)
    else void work(sending).catch(reportError)
  }
  return { problem, isBusy, send }
}

interface Putting extends Pick<Sending, 'change' | 'etag'> {
  readonly onSaved: (now: Answered<Clinic>) => void
}

async function put(
  { renewAccount }: Console,
  { change, etag, onSaved }: Putting,
): Promise<Reply<Clinic>> {
  const reply = await changeClinic(change, etag)
  if (!reply.ok) return reply
  onSaved(reply)
  queries.setQueryData<Answered<Clinic>>(CLINIC_KEY, reply)
  await readAgain('clinic')
  // The name stands in the navigation too.
  if (change.name !== undefined) await renewAccount()
  return reply
}
