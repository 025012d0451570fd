import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { AnswerPage } from './answer-page.tsx'
import { BrowsePage } from './browse-page.tsx'

/** "Can I?": look a thing up, or the answer on one. */
export function CanIScreen({ rest: [subject] }: ScreenProps): JSX.Element {
  useCare()
  return subject === undefined ? <BrowsePage /> : <AnswerPage subject={subject} />
}
