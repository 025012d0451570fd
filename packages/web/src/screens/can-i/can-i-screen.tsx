import type { JSX } from 'preact'
import { Page } from '../../components/page.tsx'

export function CanIScreen(): JSX.Element {
  return <Page title="CanI">...</Page>
}
