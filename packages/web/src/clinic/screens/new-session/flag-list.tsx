import type { JSX } from 'preact'
import { type AppCare, useCare } from '../../../app/care-context.ts'
import type { DraftFlags } from './draft-flags.ts'

/** What to see before it is recorded, the gravest first; nothing where there is nothing. */
export function FlagList({ flags }: { readonly flags: DraftFlags }): JSX.Element | null {
  const care = useCare()
  const { i18n, texts } = care
  const said = flagTexts(care, flags)
  const isQuiet = said.length + flags.holds.length + flags.worthAWord.length === 0
  return isQuiet ? null : (
    <section
      class="flags"
      aria-label={i18n._({ id: 'new-session.flags', message: 'Look at this' })}
    >
      {flags.holds.length === 0 ? null : (
        <>
          <p class="flags-title">
            {i18n._({ id: 'new-session.flags.postpone', message: 'Reasons to postpone' })}
          </p>
          <ul class="flag-lines" lang={texts.lang}>
            {flags.holds.map(({ hold }) => (
              <li key={hold}>{texts.text(`hold.${hold}`)}</li>
            ))}
          </ul>
        </>
      )}
      {said.length === 0 ? null : (
        <ul class="flag-lines">
          {said.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {flags.worthAWord.length === 0 ? null : (
        <>
          <p class="flags-title">
            {i18n._({ id: 'new-session.flags.tell', message: 'For the patient to tell you' })}
          </p>
          <ul class="flag-lines" lang={texts.lang}>
            {flags.worthAWord.map((id) => (
              <li key={id}>{texts.text(`suitability.${id}`)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function flagTexts({ i18n, format, at }: AppCare, flags: DraftFlags): readonly string[] {
  const { isPlanned, uncovered, unread, planned, gap } = flags
  return [
    ...(planned === null
      ? []
      : [
          i18n._({
            id: 'new-session.flags.booked',
            message:
              'A session is planned for {when} already. If this is it, correct its end on the patient’s page instead.',
            values: { when: format.dayTime(planned, at) },
          }),
        ]),
    ...(isPlanned
      ? [
          i18n._({
            id: 'new-session.flags.planned',
            message: 'This ends later than now: it is recorded as planned.',
          }),
        ]
      : []),
    ...(uncovered.length > 0
      ? [
          i18n._({
            id: 'new-session.flags.uncovered',
            message:
              'No protocol covers this: {what}. Everything is “ask the clinic” from its end on, until a clinician clears it.',
            values: { what: format.list(uncovered.map((code) => coverWord(i18n, code))) },
          }),
        ]
      : []),
    ...(unread.length > 0
      ? [
          i18n._({
            id: 'new-session.flags.unread',
            message:
              'Not in any list: {words}. It is kept as written, and the stricter plan holds.',
            values: { words: format.list(unread) },
          }),
        ]
      : []),
    ...(gap === null ? [] : [gapText({ i18n, format }, gap)]),
  ]
}

function coverWord(i18n: AppCare['i18n'], code: string): string {
  switch (code) {
    case 'microneedling':
      return i18n._({
        id: 'new-session.uncovered.rf',
        message: 'needling with radiofrequency',
      })
    case 'chemical-peel':
      return i18n._({ id: 'new-session.uncovered.peel', message: 'a chemical peel' })
    case 'laser':
      return i18n._({ id: 'new-session.uncovered.laser', message: 'laser' })
    case 'exosomes':
      return i18n._({ id: 'new-session.uncovered.exosomes', message: 'exosomes' })
    case 'other':
      return i18n._({ id: 'new-session.uncovered.other', message: 'another treatment' })
    default:
      return code
  }
}

function gapText(
  { i18n, format }: Pick<AppCare, 'i18n' | 'format'>,
  { days, atLeast, atMost }: NonNullable<DraftFlags['gap']>,
): string {
  const values = {
    days,
    least: format.number(atLeast),
    most: format.number(atMost),
  }
  return days < atLeast
    ? i18n._({
        id: 'new-session.flags.too-soon',
        message:
          '{days, plural, =0 {The last session was today.} one {# day since the last session.} other {# days since the last session.}} The shortest gap of any source is {least} days.',
        values,
      })
    : i18n._({
        id: 'new-session.flags.long-ago',
        message:
          '{days, plural, one {# day since the last session.} other {# days since the last session.}} The longest gap of any source is {most} days.',
        values,
      })
}
