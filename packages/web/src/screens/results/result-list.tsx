import type { JSX } from 'preact'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { Card } from '../../components/card.tsx'
import { Row, Rows } from '../../components/row.tsx'
import type { Result, Results, TimedResult } from '../../model/results.ts'
import { phaseTitle, sourceText, spanText } from './result-words.ts'

/** First what may show now, then what is still to come; what was expected earlier is a step away. */
export function ResultList({ results }: { readonly results: Results }): JSX.Element {
  const { i18n } = useCare()
  const inPhase = (phase: TimedResult['phase']) =>
    results.timed.filter((one) => one.phase === phase)
  const [now, coming, over] = [inPhase('now'), inPhase('coming'), inPhase('over')]
  return (
    <>
      {now.length === 0 ? null : (
        <Card title={phaseTitle(i18n, 'now')} kind="wash">
          <TimedList results={now} />
        </Card>
      )}
      {coming.length === 0 ? null : (
        <Card title={phaseTitle(i18n, 'coming')}>
          <TimedList results={coming} />
        </Card>
      )}
      {results.timed.length + results.untimed.length === 0 ? (
        <p>
          {i18n._({
            id: 'results.none',
            message: 'Our sources say nothing on results here. Ask your clinic what to expect.',
          })}
        </p>
      ) : null}
      {over.length === 0 ? null : (
        <details class="untimed">
          <summary>{phaseTitle(i18n, 'over')}</summary>
          <TimedList results={over} />
        </details>
      )}
      <Untimed results={results.untimed} />
    </>
  )
}

function TimedList({ results }: { readonly results: readonly TimedResult[] }): JSX.Element {
  const care = useCare()
  return (
    <ol class="results">
      {results.map((one) => (
        <li key={keyOf(one)} class="result">
          <p class="result-when">{spanText(care, one)}</p>
          <p class="result-what" lang={care.texts.lang}>
            {milestoneText(care, one)}
          </p>
          <p class="small">
            <bdi>{sourceText(care, one.source)}</bdi>
          </p>
        </li>
      ))}
    </ol>
  )
}

function Untimed({ results }: { readonly results: readonly Result[] }): JSX.Element | null {
  const care = useCare()
  if (results.length === 0) return null
  return (
    <details class="untimed">
      <summary>
        {care.i18n._({ id: 'results.untimed', message: 'What sources say without a date' })}
      </summary>
      <Rows>
        {results.map((one) => (
          <Row
            key={keyOf(one)}
            title={<span lang={care.texts.lang}>{milestoneText(care, one)}</span>}
            note={sourceText(care, one.source)}
          />
        ))}
      </Rows>
    </details>
  )
}

function milestoneText({ texts }: AppCare, { milestone }: Result): string {
  return texts.text(`milestone.${milestone}`)
}

function keyOf({ milestone, procedure }: Result): string {
  return `${procedure} ${milestone}`
}
