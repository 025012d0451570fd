import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { isCardsBuild } from '../../app/is-graded.ts'
import { CareCards } from '../../components/care-cards.tsx'
import { Page } from '../../components/page.tsx'
import { endedProcedures } from '../../model/care.ts'
import './check-in.css'
import { CheckInFlow } from './check-in-flow.tsx'

/** How the skin is, and who to contact about it. A build can leave the grading out and show the cards alone. */
export function CheckInScreen(): JSX.Element {
  const care = useCare()
  if (isCardsBuild()) return <CardsAlone />
  // A clinic that does not have advice graded is told all the same: its answer is the cards.
  if (endedProcedures(care).length === 0) return <TooEarly />
  return <CheckInFlow />
}

/** The red flags and the care cards, and no graded advice. */
function CardsAlone(): JSX.Element {
  const { i18n } = useCare()
  return (
    <Page
      title={i18n._({ id: 'check-in.cards.title', message: 'How is your skin?' })}
      lead={i18n._({
        id: 'check-in.cards.lead',
        message:
          'Look at your skin, in good light, and read this list from the top. If you see or feel one of these, do what the card says.',
      })}
    >
      <CareCards />
    </Page>
  )
}

function TooEarly(): JSX.Element {
  const { i18n } = useCare()
  return (
    <Page
      title={i18n._({ id: 'check-in.early.title', message: 'Your session is still to come' })}
      lead={i18n._({
        id: 'check-in.early.lead',
        message: 'You can check in once it has ended. These cards are there at any time.',
      })}
    >
      <CareCards />
    </Page>
  )
}
