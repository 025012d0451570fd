import type { JSX } from 'preact'
import { Page } from '../components/page.tsx'
import { useApp } from './app-context.ts'

/** No network, and no copy of this screen: the way to help stays. */
export function Broken(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Page title={i18n._({ id: 'broken.title', message: 'This page could not be loaded' })}>
      <p>
        {i18n._({
          id: 'broken.text',
          message: 'There may be no network. Try again when there is one.',
        })}
      </p>
      <p>
        <a href="./help.html">{i18n._({ id: 'help.title', message: 'When to get help' })}</a>
      </p>
    </Page>
  )
}
