import type { JSX } from 'preact'
import { Page } from '../../components/page.tsx'

export function HelpScreen(): JSX.Element {
  return <Page title="Help">...</Page>
}
