import type { ComponentChildren, JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { Button } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import type { Answers, Part, Question, SignAnswer } from '../../model/check-in.ts'
import { partLead, partTitle } from './check-in-words.ts'

export interface PartPageProps {
  readonly part: Part
  readonly place: { readonly number: number; readonly of: number }
  readonly questions: readonly Question[]
  readonly answers: Answers
  /** Null takes an answer back. */
  readonly onAnswer: (sign: string, answer: SignAnswer | null) => void
  /** Goes to the next page with these answers. */
  readonly onGoOn: (answers: Answers) => void
  readonly notes: string
  readonly onNotes: (notes: string) => void
}

interface PartFrameProps extends Pick<PartPageProps, 'part' | 'place'> {
  readonly children: ComponentChildren
}

/** What every page of the check-in has: which one it is, its question, and what to keep in mind with it. */
export function PartFrame({ part, place, children }: PartFrameProps): JSX.Element {
  const { i18n, format } = useCare()
  const lead = partLead(i18n, part)
  return (
    <Page
      title={partTitle(i18n, part)}
      kicker={i18n._({
        id: 'check-in.place',
        message: 'Check-in, {number} of {of}',
        values: { number: format.number(place.number), of: format.number(place.of) },
      })}
      {...(lead !== undefined && { lead })}
    >
      {children}
      {place.number > 1 ? (
        <div>
          <Button kind="quiet" onClick={() => history.back()}>
            {i18n._({ id: 'check-in.back', message: 'Back' })}
          </Button>
        </div>
      ) : null}
    </Page>
  )
}
