import { type OpeningGroup, type Sheet, type Span, type SubjectLine } from '@afterglow/formats'
import { isOpen } from '@afterglow/engine'
import type { JSX } from 'preact'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { StatusMark } from '../../components/status.tsx'
import { careNoteText } from '../../words/care-note-words.ts'
import { statusWord } from '../../words/status-words.ts'
import { lowerFirst } from '../../words/texts.ts'

interface SheetProps {
  readonly sheet: Sheet
}

/** Every subject once: what is open, what opens when, what only a clinician opens; each line with what governs it. */
export function SheetGroups({ sheet }: SheetProps): JSX.Element {
  const { i18n } = useCare()
  const isUncovered = sheet.procedures.some(({ protocol }) => protocol === null)
  return (
    <section>
      {isUncovered ? (
        <p>
          {i18n._({
            id: 'sheet.uncovered',
            message:
              'We have no times for a part of what was done. Ask the clinic that did it before you go back to anything. When to get help is the same.',
          })}
        </p>
      ) : null}
      <div class="paper-columns">
        {sheet.groups
          .toSorted((a, b) => orderOf(a) - orderOf(b))
          .map((group) => (
            <Group key={group.opensAt ?? group.kind} group={group} sheet={sheet} />
          ))}
      </div>
    </section>
  )
}

/** On paper what is shut comes first, and what is open last. */
function orderOf({ kind, opensAt }: OpeningGroup): number {
  return kind === 'open' ? Number.POSITIVE_INFINITY : (opensAt ?? Number.MAX_VALUE)
}

interface GroupProps extends SheetProps {
  readonly group: OpeningGroup
}

function Group({ group, sheet }: GroupProps): JSX.Element {
  const care = useCare()
  const { i18n } = care
  return (
    <section class="paper-group">
      <h3>{groupTitle(care, group)}</h3>
      <ul>
        {group.lines.map((line) => (
          <Line key={line.subject} line={line} sheet={sheet} />
        ))}
      </ul>
      {group.lines.some(({ medicine }) => medicine) ? (
        <p>
          <b>
            {i18n._({
              id: 'answer.medicine',
              message: 'Do not stop or change a prescribed medicine on your own.',
            })}
          </b>
        </p>
      ) : null}
    </section>
  )
}

function groupTitle({ i18n, format }: AppCare, { kind, opensAt }: OpeningGroup): string {
  if (kind === 'open') return i18n._({ id: 'sheet.open', message: 'Open now' })
  if (opensAt === null) return statusWord(i18n, 'ask-clinic')
  return i18n._({
    id: 'sheet.not-before',
    message: 'Not before {when}',
    values: { when: format.dayTimeYear(opensAt) },
  })
}

interface LineProps extends SheetProps {
  readonly line: SubjectLine
}

function Line({ line: { subject, standsFor, spans }, sheet }: LineProps): JSX.Element {
  const care = useCare()
  const { texts, format } = care
  const [now] = spans
  const others = standsFor.map((code) => lowerFirst(texts.subject(code)))
  const said = spansText(care, spans)
  return (
    <li>
      {now ? <StatusMark status={now.status} /> : null}
      <span>
        <b lang={texts.lang}>{texts.subject(subject)}</b>
        {others.length === 0 ? null : <span lang={texts.lang}> ({format.list(others)})</span>}
        {said === '' ? null : <span>: {said}</span>}
        <Governed spans={spans} sheet={sheet} />
      </span>
    </li>
  )
}

/**
 * Every answer but a first shut one that ends when the line opens, which the heading says, with its end and what it depends
 * on. One that ends in another shut answer is told, with its date.
 */
function spansText(care: AppCare, spans: readonly Span[]): string {
  const [first, ...rest] = spans
  const [next] = rest
  const isInHeading = first && next && !isOpen(first.status) && isOpen(next.status)
  const told = isInHeading ? rest : spans
  const parts = told.map((span) => spanText(care, span))
  return parts.length === 1 && told[0]?.status === 'allowed' && !told[0].note
    ? ''
    : care.format.join(parts, 'semicolon')
}

function spanText(care: AppCare, { status, until, note }: Span): string {
  const { i18n, format } = care
  const word = lowerFirst(statusWord(i18n, status))
  const depends = note === null ? '' : ` (${lowerFirst(careNoteText(care, note))})`
  if (until === null) return word + depends
  return (
    i18n._({
      id: 'sheet.until',
      message: '{what} until {when}',
      values: { what: word, when: format.shortDayTime(until, care.at) },
    }) + depends
  )
}

/** The numbers of the sources that decide; a clinician or the person's own doctor by word. */
function Governed({
  spans,
  sheet,
}: SheetProps & { readonly spans: readonly Span[] }): JSX.Element | null {
  const { i18n, format } = useCare()
  const voices = spans.flatMap(({ governedBy }) =>
    governedBy.map(({ kind, source }) => {
      if (kind === 'override') return source
      if (kind === 'advice')
        return i18n._({ id: 'voice.own-doctor', message: 'What your own doctor told you' })
      const place = sheet.sources.findIndex(({ code }) => code === source)
      return place < 0 ? '' : format.number(place + 1)
    }),
  )
  const shown = [...new Set(voices)].filter((voice) => voice !== '')
  return shown.length === 0 ? null : (
    <span class="paper-ref"> [{format.join(shown, 'semicolon')}]</span>
  )
}
