import type { JSX } from 'preact'
import { useCare } from '../../../../app/care-context.ts'
import { StatusMark } from '../../../../components/status.tsx'
import type { SubjectChange } from '../../../../model/changes.ts'
import { shortAnswer } from '../../../../words/answer-words.ts'

const SHOWN = 8

/** What would change, subject by subject, before anything is said. */
export function EffectList({
  changes,
}: {
  readonly changes: readonly SubjectChange[]
}): JSX.Element {
  const { i18n } = useCare()
  const more = changes.length - SHOWN
  return (
    <section class="change-effect" aria-live="polite">
      <h3>
        {i18n._({
          id: 'patient.effect',
          message:
            '{count, plural, =0 {This changes no answer.} one {This changes # answer} other {This changes # answers}}',
          values: { count: changes.length },
        })}
      </h3>
      <ul class="stack-s">
        {changes.slice(0, SHOWN).map((change) => (
          <ChangeLine key={change.subject} change={change} />
        ))}
      </ul>
      {more > 0 ? (
        <details class="more">
          <summary>
            {i18n._({
              id: 'patient.effect.more',
              message: '{count, plural, one {# more} other {# more}}',
              values: { count: more },
            })}
          </summary>
          <ul class="stack-s">
            {changes.slice(SHOWN).map((change) => (
              <ChangeLine key={change.subject} change={change} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

function ChangeLine({
  change: { subject, was, is, direction },
}: {
  readonly change: SubjectChange
}): JSX.Element {
  const care = useCare()
  const { i18n, texts } = care
  const now = shortAnswer(care, is)
  const before = shortAnswer(care, was)
  return (
    <li class="effect-line">
      <StatusMark status={is.status} />
      <span>
        <b lang={texts.lang}>{texts.subject(subject)}</b>{' '}
        <span class="small">
          {direction === 'looser'
            ? i18n._({ id: 'patient.effect.looser', message: 'sooner' })
            : i18n._({ id: 'patient.effect.stricter', message: 'stricter or later' })}
        </span>
        <br />
        {now === before
          ? i18n._({
              id: 'patient.effect.later',
              message: '{now}; it differs later on',
              values: { now },
            })
          : i18n._({
              id: 'patient.effect.was',
              message: '{now} (was: {before})',
              values: { now, before },
            })}
      </span>
    </li>
  )
}
