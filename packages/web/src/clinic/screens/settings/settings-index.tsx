import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Icon } from '../../../components/icon.tsx'
import { Page } from '../../../components/page.tsx'
import { Row, Rows } from '../../../components/row.tsx'
import { readClinic } from '../../api/settings.ts'
import { useConsole, useStaff } from '../../app/console-context.ts'
import { useQuery } from '../../app/query.ts'
import { CLINIC_KEY } from './form/clinic-key.ts'
import { missingIn } from './missing.ts'
import { missingWords } from './missing-words.ts'
import { type Part, partGroups, partNote, partTitle } from './settings-parts.ts'
import { SignOutButton } from './account/sign-out-button.tsx'

/** The parts of the settings; what patients need and nobody has said yet stands out. */
export function SettingsIndex(): JSX.Element {
  const { i18n } = useApp()
  const { may, name } = useStaff()
  return (
    <Page
      title={i18n._({ id: 'console.nav.settings', message: 'Settings' })}
      lead={<ClinicLine name={name} />}
    >
      <div class="settings-groups">
        <FurtherScreens />
        {partGroups(i18n, may('owner')).map(({ title, parts }) => (
          <section class="settings-group" key={title}>
            <h2>{title}</h2>
            <Rows>
              {parts.map((part) => (
                <PartRow key={part} part={part} />
              ))}
            </Rows>
          </section>
        ))}
        <div>
          <SignOutButton />
        </div>
      </div>
    </Page>
  )
}

function ClinicLine({ name }: { readonly name: string }): JSX.Element {
  const { format } = useApp()
  const { account } = useConsole()
  const { clinicId } = useStaff()
  const clinic = account.clinics.find((one) => one.clinicId === clinicId)
  return <>{format.join([clinic?.clinicName ?? '', name], 'comma')}</>
}

function PartRow({ part }: { readonly part: Part }): JSX.Element {
  const { i18n } = useApp()
  const clinic = useQuery(CLINIC_KEY, readClinic)
  const missing = clinic.state === 'there' ? missingIn(clinic.value.value, part) : null
  return (
    <Row
      href={hrefTo('settings', part)}
      title={partTitle(i18n, part)}
      note={missing === null ? partNote(i18n, part) : <b>{missingWords(i18n, missing)}</b>}
      end={<Icon name="onward" size={20} />}
    />
  )
}

/** A phone's bar has no room for these. */
function FurtherScreens(): JSX.Element {
  const { i18n } = useApp()
  const { may } = useStaff()
  return (
    <section class="settings-group settings-phone">
      <h2>{i18n._({ id: 'settings.further', message: 'More of the console' })}</h2>
      <Rows>
        <Row
          href={hrefTo('protocol')}
          title={i18n._({ id: 'console.nav.protocol', message: 'Protocol' })}
          note={i18n._({
            id: 'settings.protocol.note',
            message: 'What your plans are made of, with its sources',
          })}
          end={<Icon name="onward" size={20} />}
        />
        {may('owner', 'clinician') ? (
          <Row
            href={hrefTo('insight')}
            title={i18n._({ id: 'console.nav.insight', message: 'Insight' })}
            note={i18n._({
              id: 'settings.insight.note',
              message: 'How healing goes at your clinic',
            })}
            end={<Icon name="onward" size={20} />}
          />
        ) : null}
      </Rows>
    </section>
  )
}
