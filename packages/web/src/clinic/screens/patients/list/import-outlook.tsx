import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { hrefTo } from '../../../../app/route.ts'
import type { ImportReport } from '../../../api/patient-lists.ts'

/** What a list would bring: who is new, who is there already, and which lines have to be mended first. */
export function ImportOutlook({ report }: { readonly report: ImportReport }): JSX.Element {
  const { i18n } = useApp()
  const { duplicates, issues, moreIssues } = report
  return (
    <>
      <p role="status">
        {i18n._({
          id: 'patients.import.new',
          message:
            '{count, plural, =0 {Nobody in it is new.} one {# patient is new.} other {# patients are new.}}',
          values: { count: report.new },
        })}
      </p>
      {duplicates.length === 0 ? null : <Known duplicates={duplicates} />}
      {issues.length === 0 ? null : (
        <div class="stack-s" role="alert">
          <p class="field-error">
            {i18n._({
              id: 'patients.import.mend',
              message: 'Mend these in the file and choose it again. Nothing was added.',
            })}
          </p>
          <ul class="stack-s">
            {issues.map(({ expression, diagnostics }) => (
              <li key={`${expression} ${diagnostics}`}>
                <b dir="ltr">{expression}</b>: {diagnostics}
              </li>
            ))}
          </ul>
          {moreIssues > 0 ? (
            <p>
              {i18n._({
                id: 'patients.import.more-issues',
                message: '{count, plural, one {And # more.} other {And # more.}}',
                values: { count: moreIssues },
              })}
            </p>
          ) : null}
        </div>
      )}
    </>
  )
}

function Known({ duplicates }: Pick<ImportReport, 'duplicates'>): JSX.Element {
  const { i18n } = useApp()
  return (
    <details class="more">
      <summary>
        {i18n._({
          id: 'patients.import.known',
          message:
            '{count, plural, one {# line is of somebody who is there already: it is left out} other {# lines are of people who are there already: they are left out}}',
          values: { count: duplicates.length },
        })}
      </summary>
      <ul class="stack-s">
        {duplicates.map((one) => (
          <li key={one.line}>
            <KnownLine duplicate={one} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function KnownLine({
  duplicate: { line, patientId, sameAsLine },
}: {
  readonly duplicate: ImportReport['duplicates'][number]
}): JSX.Element {
  const { i18n } = useApp()
  if (patientId === null)
    return (
      <>
        {i18n._({
          id: 'patients.import.same-line',
          message: 'Line {line}: the same as line {other}',
          values: { line, other: sameAsLine ?? 0 },
        })}
      </>
    )
  return (
    <a href={hrefTo('patients', patientId)}>
      {i18n._({
        id: 'patients.import.on-record',
        message: 'Line {line}: on record',
        values: { line },
      })}
    </a>
  )
}
