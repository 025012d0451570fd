import { parseInstant } from '@afterglow/engine'
import { sheetOf } from '@afterglow/formats'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { useCare } from '../../../app/care-context.ts'
import { LINK } from '../../../app/route.ts'
import { SheetFoot, SheetLetterhead } from '../../../screens/print/sheet-clinic.tsx'
import { SheetPaper } from '../../../screens/print/sheet-paper.tsx'
import { InvitationSquare, SessionSquare } from '../../../screens/print/sheet-square.tsx'
import type { ClinicCard } from '../../api/clinic.ts'
import type { Invitation } from '../../api/invitations.ts'
import type { Receipt } from '../../api/receipts.ts'

interface PatientPaperProps {
  readonly name: string
  /** Whether a link that holds the session alone gives this plan. */
  readonly isCarried: boolean
  readonly card: ClinicCard
  readonly planHash: string
  readonly printed: Receipt | null
  readonly invitation: Invitation | null
}

/** The patient's own sheet in the patient's own language, with the clinic's head and foot. */
export function PatientPaper(props: PatientPaperProps): JSX.Element {
  const { name, isCarried, card, planHash, printed, invitation } = props
  const { planner, session, plan, at, locale, direction } = useCare()
  const sheet = useMemo(() => sheetOf({ planner, session, plan, at }), [planner, session, plan, at])
  const accent = card.branding.accent
  return (
    <div
      class="patient-paper"
      lang={locale}
      dir={direction}
      style={accent === null ? {} : { '--clinic-accent': accent }}
    >
      <SheetPaper
        sheet={sheet}
        emergencyNumber={card.emergencyNumber}
        letterhead={<SheetLetterhead clinic={{ ...card, ...card.branding }} patient={name} />}
        square={
          invitation ? (
            <InvitationSquare
              link={invitation.link}
              expiresAt={parseInstant(invitation.expiresAt) ?? at}
            />
          ) : (
            isCarried && <SessionSquare carry={sheet.carry} link={inApp(sheet.carry.link)} />
          )
        }
        foot={
          <SheetFoot
            note={card.branding.sheetNote}
            planHash={planHash}
            givenAt={printed === null ? null : (parseInstant(printed.givenAt) ?? at)}
          />
        }
      />
    </div>
  )
}

/** The patient's app is beside the console, under the folder's own address. */
function inApp(session: string): string {
  return new URL(`./${LINK}${session}`, location.href).href
}
