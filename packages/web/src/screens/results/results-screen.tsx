import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { useCare } from '../../app/care-context.ts'
import { Page } from '../../components/page.tsx'
import { resultsOf } from '../../model/results.ts'
import { Photos } from './photos.tsx'
import { ResultList } from './result-list.tsx'
import './results.css'

/** What gets better and when, by the sources' own words, and the person's own photos beside each other. */
export function ResultsScreen(): JSX.Element {
  const care = useCare()
  const { i18n, at, plan } = care
  const results = useMemo(() => resultsOf(care), [plan, at])
  return (
    <Page
      title={i18n._({ id: 'results.title', message: 'What gets better, and when' })}
      lead={i18n._({
        id: 'results.lead',
        message:
          'This is what sources describe. Every skin differs, and nobody can promise a result.',
      })}
      aside={<Photos />}
    >
      <ResultList results={results} />
    </Page>
  )
}
