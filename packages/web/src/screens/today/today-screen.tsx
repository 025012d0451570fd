import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { Page } from '../../components/page.tsx'

export function TodayScreen(): JSX.Element {
  const { i18n, at, format } = useCare()
  return (
    <Page title={i18n._({ id: 'today.title', message: 'Today' })} kicker={format.dayTime(at)}>
      <p>...</p>
    </Page>
  )
}
