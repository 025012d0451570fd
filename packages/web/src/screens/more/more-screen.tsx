import type { JSX } from 'preact'
import { Page } from '../../components/page.tsx'

export function MoreScreen(): JSX.Element {
  return <Page title="More">...</Page>
}
