import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import type { SeriesPlan } from '../../model/series.ts'
import { rangeText } from './session-words.ts'

interface SeriesRulesProps {
  readonly series: SeriesPlan
}

/** What the dates are made from: the sources' own numbers, where they agree and how far they go. */
export function SeriesRules({ series: { rules } }: SeriesRulesProps): JSX.Element {
  const care = useCare()
  const { i18n, texts, format } = care
  const { sessions, spacing, maintenance } = rules
  const basis = [...sessions.basis, ...spacing.basis, ...maintenance.basis, ...rules.effect.basis]
  return (
    <details class="rules">
      <summary>{i18n._({ id: 'sessions.rules', message: 'Why these dates' })}</summary>
      <div class="stack-s">
        <p>
          {i18n._({
            id: 'sessions.rules.gap',
            message:
              'Between two sessions: {preferred} days, where the sources agree. {allowable} days at the widest. The shortest is never undercut.',
            values: {
              preferred: rangeText(care, spacing.preferredDays),
              allowable: rangeText(care, spacing.allowableDays),
            },
          })}
        </p>
        <p>
          {i18n._({
            id: 'sessions.rules.count',
            message:
              'Sessions in all: {range}, as the sources have it. {preferred} unless you say otherwise.',
            values: {
              range: rangeText(care, sessions),
              preferred: format.number(sessions.preferred),
            },
          })}
        </p>
        <h3>{i18n._({ id: 'sessions.rules.sources', message: 'What each source says' })}</h3>
        <ul class="holds" lang={texts.lang}>
          {basis.map((id) => (
            <li key={id}>{texts.text(`series.${id}`)}</li>
          ))}
        </ul>
      </div>
    </details>
  )
}
