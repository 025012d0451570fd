import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { useStaff } from '../../../app/console-context.ts'
import { AccessesCard } from './accesses-card.tsx'
import { AdverseCard } from './adverse-card.tsx'
import { CalendarsCard } from './calendars-card.tsx'
import { ConsentsCard } from './consents-card.tsx'
import { ContactCard } from './contact-card.tsx'
import { DevicesCard } from './devices-card.tsx'
import { EraseCard } from './erase-card.tsx'
import { ExportCard } from './export-card.tsx'
import { LinksCard } from './links-card.tsx'
import { ReceiptsCard } from './receipts-card.tsx'
import './record.css'

/** What was given, what was agreed to, how they come in, who has looked, and the end of it all. */
export function RecordPart(): JSX.Element {
  const { plan } = useApp()
  const { may } = useStaff()
  const isDesk = may('owner', 'clinician', 'front-desk')
  return (
    <div class="patient-columns">
      <div class="stack">
        <ReceiptsCard />
        <ConsentsCard />
        {may('clinician') && plan !== null ? <AdverseCard /> : null}
        {may('owner') ? <AccessesCard /> : null}
      </div>
      <div class="stack">
        <ContactCard />
        <div class="stack off-paper">
          {isDesk ? (
            <>
              <LinksCard />
              <DevicesCard />
              <CalendarsCard />
            </>
          ) : null}
          {may('owner', 'clinician') ? <ExportCard /> : null}
          {may('owner') ? <EraseCard /> : null}
        </div>
      </div>
    </div>
  )
}
