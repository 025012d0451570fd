import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Page } from '../../../components/page.tsx'
import { useStaff } from '../../app/console-context.ts'
import { NotFound, type ScreenProps } from '../../app/console-screens.tsx'
import { AccountPart } from './account/account-part.tsx'
import { AuditPart } from './audit/audit-part.tsx'
import { KeysPart } from './connections/keys-part.tsx'
import { WebhooksPart } from './connections/webhooks-part.tsx'
import { AnswersPart } from './parts/answers-part.tsx'
import { ClinicPart } from './parts/clinic-part.tsx'
import { HoursPart } from './parts/hours-part.tsx'
import { KeptPart } from './parts/kept-part.tsx'
import { LookPart } from './parts/look-part.tsx'
import { MessagesPart } from './parts/messages-part.tsx'
import { ReachPart } from './parts/reach-part.tsx'
import { UrgentPart } from './parts/urgent-part.tsx'
import { SettingsIndex } from './settings-index.tsx'
import {
  OWNERS_PARTS,
  PARTS,
  type Part,
  partGroups,
  partNote,
  partTitle,
} from './settings-parts.ts'
import './settings.css'
import { TeamPart } from './team/team-part.tsx'

/** Everything that a clinic decides about itself, in parts. */
export function SettingsScreen({ rest }: ScreenProps): JSX.Element {
  const [name] = rest
  if (name === undefined || name === '') return <SettingsIndex />
  const part = PARTS.find((one) => one === name)
  return part === undefined ? <NotFound /> : <PartPage part={part} />
}

function PartPage({ part }: { readonly part: Part }): JSX.Element {
  const { i18n } = useApp()
  const { may } = useStaff()
  const settings = i18n._({ id: 'console.nav.settings', message: 'Settings' })
  return (
    <div class="settings-part">
      <Page
        title={partTitle(i18n, part)}
        lead={partNote(i18n, part)}
        back={{ href: hrefTo('settings'), label: settings }}
      >
        {OWNERS_PARTS.has(part) && !may('owner') ? <NotYours /> : <PartBody part={part} />}
      </Page>
      <PartNav here={part} />
    </div>
  )
}

function NotYours(): JSX.Element {
  const { i18n } = useApp()
  return (
    <p>{i18n._({ id: 'settings.not-yours', message: 'Only an owner of the clinic sees this.' })}</p>
  )
}

function PartBody({ part }: { readonly part: Part }): JSX.Element {
  switch (part) {
    case 'clinic':
      return <ClinicPart />
    case 'look':
      return <LookPart />
    case 'reach':
      return <ReachPart />
    case 'hours':
      return <HoursPart />
    case 'urgent':
      return <UrgentPart />
    case 'messages':
      return <MessagesPart />
    case 'answers':
      return <AnswersPart />
    case 'team':
      return <TeamPart />
    case 'you':
      return <AccountPart />
    case 'keys':
      return <KeysPart />
    case 'webhooks':
      return <WebhooksPart />
    case 'kept':
      return <KeptPart />
    case 'audit':
      return <AuditPart />
  }
}

/** The parts beside the one that is open, where there is room. */
function PartNav({ here }: { readonly here: Part }): JSX.Element {
  const { i18n } = useApp()
  const { may } = useStaff()
  return (
    <nav
      class="settings-nav"
      aria-label={i18n._({ id: 'console.nav.settings', message: 'Settings' })}
    >
      {partGroups(i18n, may('owner')).map(({ title, parts }) => (
        <div key={title}>
          <h2>{title}</h2>
          <ul>
            {parts.map((part) => (
              <li key={part}>
                <a
                  href={hrefTo('settings', part)}
                  {...(part === here && { 'aria-current': 'page' as const })}
                >
                  {partTitle(i18n, part)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
