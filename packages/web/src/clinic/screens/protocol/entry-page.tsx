import type { ComponentChildren, JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import { Page } from '../../../components/page.tsx'
import { NotFound } from '../../app/console-screens.tsx'
import { focusFirstWrong } from './focus-first-wrong.ts'
import { useProtocol } from './protocol-context.tsx'

interface EntryPageProps {
  readonly title: string
  /** Whether the address names something that is not in the draft. */
  readonly isMissing: boolean
  readonly onSave: () => void
  readonly children: ComponentChildren
}

/** A page with the form of one thing of the clinic's own; it goes into the draft. */
export function EntryPage({ title, isMissing, onSave, children }: EntryPageProps): JSX.Element {
  const { i18n } = useApp()
  const { mayEdit } = useProtocol()
  if (isMissing || !mayEdit) return <NotFound />
  return (
    <Page
      title={title}
      back={{
        href: hrefTo('protocol', 'draft'),
        label: i18n._({ id: 'protocol.draft', message: 'Your draft' }),
      }}
    >
      <form
        class="stack entry-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSave()
          focusFirstWrong(event.currentTarget)
        }}
      >
        {children}
        <Button type="submit" kind="main">
          {i18n._({ id: 'protocol.draft.put', message: 'Put it in the draft' })}
        </Button>
      </form>
    </Page>
  )
}
