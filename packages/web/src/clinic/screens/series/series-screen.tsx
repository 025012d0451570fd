import type { JSX } from 'preact'
import { type SeriesState, SERIES_STATES } from '../../api/series.ts'
import type { ScreenProps } from '../../app/console-screens.tsx'
import { SeriesBoard } from './series-board.tsx'
import './series.css'
import { SeriesOfPatient } from './series-of-patient.tsx'

/** Whose next session is due, planned or held: `#/series/held`. Of one patient, its dates: `#/series/ID`. */
export function SeriesScreen({ rest: [part = 'due'] }: ScreenProps): JSX.Element {
  const state: SeriesState | undefined = SERIES_STATES.find((one) => one === part)
  return state === undefined ? <SeriesOfPatient patientId={part} /> : <SeriesBoard state={state} />
}
