import type { JSX } from 'preact'
import { Page } from '../../components/page.tsx'

export function StartScreen(): JSX.Element {
  return <Page title="Start">...</Page>
}
