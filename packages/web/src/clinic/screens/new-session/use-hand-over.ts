import { useApp } from '../../../app/app-context.ts'
import { goTo, hrefTo } from '../../../app/route.ts'
import { undoEvent } from '../../api/procedures.ts'
import { newKey } from '../../api/request.ts'
import { useConsole, useStaff } from '../../app/console-context.ts'
import { readAgain } from '../../app/query.ts'
import type { Recorded } from './use-recording.ts'

/** Goes on to what the patient is given, and says what was recorded; a clinician can take it back. */
export function useHandOver(): (recorded: Recorded) => void {
  const { i18n } = useApp()
  const { say, sayProblem } = useConsole()
  const { may } = useStaff()
  const takeBack = async ({ patientId, told }: Recorded, key: string): Promise<void> => {
    const reason = i18n._({ id: 'new-session.undo.reason', message: 'Recorded by mistake' })
    const reply = await undoEvent(patientId, { eventId: told.procedureId, reason }, key)
    if (!reply.ok) return sayProblem(reply.problem)
    await readAgain()
    say(
      i18n._({
        id: 'new-session.undone',
        message: 'The session was taken back. What was told of the patient stays.',
      }),
    )
    goTo(hrefTo('new-session', patientId), { instead: true })
  }
  return (recorded) => {
    const text = i18n._({
      id: 'new-session.recorded',
      message: 'Session of {name} recorded.',
      values: { name: recorded.name },
    })
    const key = newKey()
    goTo(hrefTo('sheet', recorded.patientId), { instead: true })
    if (may('clinician')) say(text, () => takeBack(recorded, key), `sheet/${recorded.patientId}`)
    else say(text)
    void readAgain()
  }
}
