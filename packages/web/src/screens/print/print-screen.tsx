import { sheetOf } from '@afterglow/formats'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Button } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import { SheetPaper } from './sheet-paper.tsx'

/** One sheet for everything that was done, its dates and times written out as of now: drawn as it will be printed. */
export function PrintScreen(): JSX.Element {
  const { i18n, planner, session, plan, at } = useCare()
  const sheet = useMemo(() => sheetOf({ planner, session, plan, at }), [planner, session, plan, at])
  return (
    <Page
      title={i18n._({ id: 'print.title', message: 'Your sheet' })}
      lead={i18n._({
        id: 'print.lead',
        message: 'It says what holds now. If something changes, print it again.',
      })}
      back={{ href: hrefTo('more'), label: i18n._({ id: 'share.back', message: 'More' }) }}
    >
      <div class="print-button">
        <Button kind="main" onClick={() => print()}>
          {i18n._({ id: 'print.print', message: 'Print' })}
        </Button>
      </div>
      <SheetPaper sheet={sheet} />
    </Page>
  )
}
