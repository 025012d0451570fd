import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Page } from '../../../components/page.tsx'

/** Who needs somebody now, and what the day brings. */
export function TodayScreen(): JSX.Element {
  const { i18n } = useApp()
  return <Page title={i18n._({ id: 'console.today', message: 'Today' })}>{null}</Page>
}
