import {
  type Governing,
  type OpeningGroup,
  type Sheet,
  sheetOf,
  type SubjectLine,
} from '@afterglow/formats'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { type AppCare, useCare } from '../../../app/care-context.ts'
import { StatusMark } from '../../../components/status.tsx'
import { statusWord } from '../../../words/status-words.ts'
import { lowerFirst } from '../../../words/texts.ts'
import { DRAFT_ID } from './draft.ts'
import { flagsOf } from './draft-flags.ts'
import { FlagList } from './flag-list.tsx'
import './plan-panel.css'

/** The plan that the form makes, as of the session's end: what opens when, and who says so. */
export function PlanPanel(): JSX.Element {
  const { i18n, planner, session, plan, at, format } = useCare()
  const end = session.procedures.find(({ id }) => id === DRAFT_ID)?.endedAt ?? at
  const asOf = Math.max(end, at)
  const sheet = useMemo(
    () => sheetOf({ planner, session, plan, at: asOf }),
    [planner, session, plan, asOf],
  )
  const groups = sheet.groups.filter(({ kind }) => kind !== 'open')
  const open = sheet.groups.filter(({ kind }) => kind === 'open')
  return (
    <>
      <p class="plan-as-of">
        {i18n._({
          id: 'new-session.plan.as-of',
          message: 'As of {when}, {zone}',
          values: { when: format.dayTime(asOf, at), zone: format.zoneName(sheet.zone, asOf) },
        })}
      </p>
      {[...groups, ...open].map((group) => (
        <Group key={group.opensAt ?? group.kind} group={group} sheet={sheet} />
      ))}
    </>
  )
}

/** What somebody should see before they record it. */
export function Flags(): JSX.Element {
  const { planner, session, plan, at } = useCare()
  const flags = useMemo(
    () => flagsOf({ planner, session, plan, now: at }),
    [planner, session, plan, at],
  )
  return <FlagList flags={flags} />
}

interface GroupProps {
  readonly group: OpeningGroup
  readonly sheet: Sheet
}

function Group({ group, sheet }: GroupProps): JSX.Element {
  const care = useCare()
  return (
    <section class="plan-group">
      <h3>{titleOf(care, group)}</h3>
      <ul>
        {group.lines.map((line) => (
          <Line key={line.subject} line={line} sheet={sheet} />
        ))}
      </ul>
    </section>
  )
}

function titleOf({ i18n, format, at }: AppCare, { kind, opensAt }: OpeningGroup): string {
  if (kind === 'open') return i18n._({ id: 'new-session.plan.open', message: 'Open at once' })
  if (opensAt === null)
    return i18n._({ id: 'new-session.plan.clinic', message: 'Only when a clinician says so' })
  return i18n._({
    id: 'new-session.plan.opens',
    message: 'Opens {when}',
    values: { when: format.dayTime(opensAt, at) },
  })
}

interface LineProps {
  readonly line: SubjectLine
  readonly sheet: Sheet
}

function Line({ line: { subject, standsFor, spans }, sheet }: LineProps): JSX.Element | null {
  const care = useCare()
  const { texts, format } = care
  const [first] = spans
  if (!first) return null
  const others = standsFor.map((code) => lowerFirst(texts.subject(code)))
  const voices = [...new Set(first.governedBy.map((one) => voiceOf(care, sheet, one)))]
  return (
    <li class="plan-line">
      <StatusMark status={first.status} />
      <span lang={texts.lang}>
        <span class="unseen">{statusWord(care.i18n, first.status)}: </span>
        {texts.subject(subject)}
        {others.length === 0 ? null : <span class="quiet"> ({format.list(others)})</span>}
      </span>
      <span class="plan-voice">{format.join(voices, 'semicolon')}</span>
    </li>
  )
}

/** Who decides, and by which session where it is not the one of the form. */
function voiceOf(care: AppCare, sheet: Sheet, { kind, source, procedure }: Governing): string {
  const { i18n, format, at } = care
  const voice = nameOf(care, sheet, { kind, source })
  const counted = sheet.procedures.find(({ id }) => id === procedure)
  if (!counted || counted.id === DRAFT_ID || counted.id.startsWith(`${DRAFT_ID}+`)) return voice
  return i18n._({
    id: 'new-session.plan.earlier',
    message: '{voice}, by the session of {when}',
    values: { voice, when: format.shortDayTime(counted.endedAt, at) },
  })
}

function nameOf(
  { i18n }: AppCare,
  { sources }: Sheet,
  { kind, source }: Pick<Governing, 'kind' | 'source'>,
): string {
  if (kind === 'not-covered')
    return i18n._({ id: 'new-session.plan.not-covered', message: 'no protocol covers it' })
  if (kind === 'advice')
    return i18n._({ id: 'new-session.plan.own-doctor', message: 'the patient’s own doctor' })
  const found = sources.find(({ code }) => code === source)
  return found ? (found.author ?? found.publisher) : source
}
