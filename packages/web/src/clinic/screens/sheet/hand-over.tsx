import { applyPlan, sealPlan, type Session } from '@afterglow/engine'
import type { ComponentChildren, JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Icon, type IconName } from '../../../components/icon.tsx'
import type { Words } from '../../../words/load-words.ts'
import { LOCALE_NAMES, type Locale, LOCALES } from '../../../words/locale.ts'
import type { ClinicCard } from '../../api/clinic.ts'
import type { Patient, PatientSession } from '../../api/patients.ts'
import type { Answered } from '../../api/request.ts'
import { useStaff } from '../../app/console-context.ts'
import { useKeys } from '../../app/keys.ts'
import type { Library } from '../../app/library.ts'
import { PatientView } from '../../app/patient-view.tsx'
import { Select } from '../../components/select.tsx'
import { GiveNotes } from './give-notes.tsx'
import { GivenList } from './given-list.tsx'
import { LinkCard } from './link-card.tsx'
import { PatientPaper } from './patient-paper.tsx'
import { SendDialog } from './send-dialog.tsx'
import { useCarries } from './use-carries.ts'
import { type Giving, useGiving } from './use-giving.ts'

interface HandOverProps {
  readonly person: Answered<Patient>
  readonly clinic: ClinicCard
  readonly told: Told
  readonly library: Library
  readonly words: Words
  readonly locale: Locale
  readonly onLocale: (locale: Locale) => void
}

/** What the server has where there is a plan. */
interface Told extends Omit<PatientSession, 'facts' | 'toConfirm'> {
  readonly session: Session
  readonly planHash: string
}

/** The three ways to give a plan, a key each, and the paper as it will be printed. */
export function HandOver(props: HandOverProps): JSX.Element {
  const { person, clinic, told, library, words } = props
  const { i18n } = useApp()
  const { patientId } = person.value
  const isSame = useIsSamePlan(told, library)
  const giving = useGiving({ patientId, planHash: told.planHash })
  const isCarried = useCarries(told.session, told.planHash)
  if (!isSame)
    return (
      <p role="alert">
        {i18n._({
          id: 'sheet-page.differs',
          message:
            'This page and the server work out different plans, so nothing is handed out. Load the page again; if it stays so, call whoever runs the server.',
        })}
      </p>
    )
  return (
    <>
      <div class="give-tools">
        <GiveNotes card={clinic} />
        <Ways giving={giving} person={person} />
        {giving.invitation === null ? null : <LinkCard invitation={giving.invitation} />}
        <div class="give-beside">
          <div class="stack-s">
            <PaperLanguage {...props} />
            {isCarried === false && !giving.invitation ? <NoSquare /> : null}
          </div>
          <GivenList patientId={patientId} />
        </div>
      </div>
      <PatientView session={told.session} library={library} words={words}>
        <PatientPaper
          name={person.value.name}
          isCarried={isCarried === true}
          card={clinic}
          planHash={told.planHash}
          printed={giving.printed}
          invitation={giving.invitation}
        />
      </PatientView>
    </>
  )
}

function NoSquare(): JSX.Element {
  const { i18n } = useApp()
  return (
    <p class="quiet">
      {i18n._({
        id: 'sheet-page.no-square',
        message:
          'The sheet has no square code: your clinic’s own protocol comes by the clinic’s link alone. Make the link first, and its code is printed.',
      })}
    </p>
  )
}

/** Only the plan that the server has is handed out: its hash is what the receipt says. */
function useIsSamePlan({ session, planHash }: Told, { planner }: Library): boolean {
  return useMemo(
    () => sealPlan(applyPlan(planner, session)).hash === planHash,
    [planner, session, planHash],
  )
}

interface WaysProps {
  readonly giving: Giving
  readonly person: Answered<Patient>
}

function Ways({ giving, person }: WaysProps): JSX.Element {
  const { i18n } = useApp()
  const { may } = useStaff()
  const [isSending, setSending] = useState(false)
  const isAllowed = may('owner', 'clinician', 'front-desk')
  const send = () => setSending(true)
  const { print, showLink, isBusy } = giving
  useKeys(isAllowed && !isBusy ? { p: print, l: showLink, s: send } : {})
  if (!isAllowed)
    return (
      <p class="quiet">
        {i18n._({
          id: 'sheet-page.may-not',
          message: 'Your role reads only: somebody else has to hand it out.',
        })}
      </p>
    )
  return (
    <div class="give-ways">
      <Way icon="print" letter="p" isBusy={isBusy} onClick={print}>
        {i18n._({ id: 'sheet-page.print', message: 'Print the sheet' })}
      </Way>
      <Way icon="phone" letter="l" isBusy={isBusy} onClick={showLink}>
        {i18n._({ id: 'sheet-page.link', message: 'Link and square code' })}
      </Way>
      <Way icon="share" letter="s" isBusy={isBusy} onClick={send}>
        {i18n._({ id: 'sheet-page.send.way', message: 'Send by e-mail or text' })}
      </Way>
      <a class="give-next" href={hrefTo('new-session')}>
        {i18n._({ id: 'sheet-page.next', message: 'Next session' })} <kbd>n</kbd>
      </a>
      <SendDialog
        isOpen={isSending}
        onClose={() => setSending(false)}
        patient={person}
        onSend={giving.sendLink}
      />
    </div>
  )
}

interface WayProps {
  readonly icon: IconName
  readonly letter: string
  readonly isBusy: boolean
  readonly onClick: () => void
  readonly children: ComponentChildren
}

function Way({ icon, letter, isBusy, onClick, children }: WayProps): JSX.Element {
  return (
    <button
      type="button"
      class="give-way"
      disabled={isBusy}
      aria-keyshortcuts={letter}
      onClick={onClick}
    >
      <Icon name={icon} />
      <span>{children}</span>
      <kbd aria-hidden="true">{letter}</kbd>
    </button>
  )
}

function PaperLanguage({
  locale,
  onLocale,
}: Pick<HandOverProps, 'locale' | 'onLocale'>): JSX.Element {
  const { i18n } = useApp()
  return (
    <Select
      label={i18n._({ id: 'sheet-page.language', message: 'Language of the sheet' })}
      value={locale}
      options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
      onChange={(chosen) => onLocale(LOCALES.find((one) => one === chosen) ?? locale)}
    />
  )
}
