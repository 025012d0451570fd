import { useApp } from '../../../../app/app-context.ts'
import type { ToldEvent } from '../../../api/events.ts'
import { undoEvent } from '../../../api/procedures.ts'
import { newKey, type Reply } from '../../../api/request.ts'
import { useConsole, useStaff } from '../../../app/console-context.ts'
import { usePatient } from '../page/patient-context.ts'
import { type Telling, useTelling } from '../use-telling.ts'

interface Told {
  /** What was done, to be read. */
  readonly text: string
  /** The event that said it; null where nobody can take it back from here. */
  readonly eventId: string | null
  /** Whoever may tell it may take it back; all else a clinician takes back. */
  readonly isOfDesk?: boolean
}

/** After an event was told: reads the patient again, says it, and offers to take it back. */
export function useTold(): (told: Told) => Promise<void> {
  const { i18n } = useApp()
  const { say, sayProblem } = useConsole()
  const { may } = useStaff()
  const { patient, renew } = usePatient()
  const undo = async (eventId: string) => {
    const reason = i18n._({ id: 'patient.undo.at-once', message: 'Taken back at once' })
    const reply = await undoEvent(patient.patientId, { eventId, reason }, newKey())
    if (!reply.ok) return sayProblem(reply.problem)
    await renew()
    say(i18n._({ id: 'patient.undone', message: 'Taken back.' }))
  }
  return async ({ text, eventId, isOfDesk = false }) => {
    await renew()
    const mayUndo = eventId !== null && (may('clinician') || isOfDesk)
    say(text, mayUndo ? () => undo(eventId) : undefined)
  }
}

interface Saying {
  readonly telling: Telling
  /** Tells one event of the patient; once it is kept the form is closed, and it can be taken back. */
  readonly tell: (
    send: (
      patientId: string,
      key: string,
      planHash: string | null,
    ) => Promise<Reply<Pick<ToldEvent, 'eventId'>>>,
    said: Omit<Told, 'eventId'>,
  ) => Promise<void>
}

/** What a form that adds an event does when its button is pressed. */
export function useSaying(onDone: () => void): Saying {
  const { patient, told: shown, renew } = usePatient()
  const { patientId } = patient
  const telling = useTelling()
  const told = useTold()
  return {
    telling,
    tell: async (send, said) => {
      const done = await telling.tell(async (key) => {
        const reply = await send(patientId, key, shown.planHash)
        // What it would change is shown anew, on the plan that there is now.
        if (!reply.ok && reply.problem.code === 'plan-changed') await renew()
        return reply
      })
      if (!done) return
      onDone()
      await told({ ...said, eventId: done.value.eventId })
    },
  }
}
