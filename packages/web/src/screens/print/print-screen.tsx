import { mayBeTooOpen, type Sheet, sheetOf, toQr } from '@afterglow/formats'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { useCare } from '../../app/care-context.ts'
import { hrefTo, linkTo } from '../../app/route.ts'
import { Button } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import { endWordsOnPaper } from '../../words/end-words.ts'
import { procedureWords } from '../../words/procedure-words.ts'
import './print.css'
import { SheetCards } from './sheet-cards.tsx'
import { SheetCourse, SheetExpected, SheetTasks } from './sheet-course.tsx'
import { SheetComing } from './sheet-coming.tsx'
import { SheetGroups } from './sheet-groups.tsx'
import { SheetSources } from './sheet-sources.tsx'

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

interface SheetProps {
  readonly sheet: Sheet
}

function SheetPaper({ sheet }: SheetProps): JSX.Element {
  const hasEnded = sheet.procedures.some((one) => one.hasEnded)
  return (
    <article class="paper">
      <Head sheet={sheet} />
      {hasEnded ? null : <SheetComing sheet={sheet} />}
      <SheetCards />
      <SheetGroups sheet={sheet} />
      <SheetTasks sheet={sheet} />
      <SheetExpected sheet={sheet} />
      <SheetCourse sheet={sheet} />
      {hasEnded ? <SheetComing sheet={sheet} /> : null}
      <SheetSources sheet={sheet} />
    </article>
  )
}

function Head({ sheet }: SheetProps): JSX.Element {
  const care = useCare()
  const { i18n, session, format, record } = care
  const values = { when: format.dayTimeYear(sheet.at), zone: format.zoneName(sheet.zone, sheet.at) }
  return (
    <header class="paper-head">
      <div>
        <h2>{i18n._({ id: 'sheet.title', message: 'After your session' })}</h2>
        {sheet.procedures.map((one) => (
          <p key={`${one.id} ${one.endedAt}`}>
            <b>{procedureWords(i18n, session, one)}</b>
            {' · '}
            {one.hasEnded
              ? i18n._({
                  id: 'sheet.ended',
                  message: 'ended {when}',
                  values: { when: format.dayTimeYear(one.endedAt) },
                })
              : i18n._({
                  id: 'sheet.planned',
                  message: 'planned to end {when}',
                  values: { when: endWordsOnPaper(format, one, sheet.at) },
                })}
          </p>
        ))}
        <p class="small">
          {i18n._({
            id: 'sheet.as-of',
            message: 'As of {when}. All times are in {zone}.',
            values,
          })}
        </p>
        <p class="small">
          {i18n._({
            id: 'sheet.footer',
            message:
              'This does not take the place of your clinic: their word comes first, and we cannot see your skin.',
          })}
        </p>
      </div>
      {mayBeTooOpen(record.leftOut) ? null : <Square sheet={sheet} />}
    </header>
  )
}

/** The session itself, to scan, and as a code to type. */
function Square({ sheet: { carry } }: SheetProps): JSX.Element {
  const { i18n } = useCare()
  const square = toQr(linkTo(carry.link))
  return (
    <div class="paper-square">
      {square.ok ? (
        <img
          src={`data:image/svg+xml;utf8,${encodeURIComponent(square.value)}`}
          alt={i18n._({ id: 'share.square', message: 'Square code that holds your plan' })}
        />
      ) : null}
      {carry.shortCode ? (
        <p class="small">
          {i18n._({ id: 'sheet.code', message: 'Or type:' })}{' '}
          <bdi dir="ltr">{carry.shortCode.code}</bdi>
        </p>
      ) : null}
    </div>
  )
}
