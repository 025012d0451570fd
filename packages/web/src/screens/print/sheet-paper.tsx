import { mayBeTooOpen, type Sheet } from '@afterglow/formats'
import type { ComponentChildren, JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { linkTo } from '../../app/route.ts'
import { missingInCopy } from '../../store/record.ts'
import { endWordsOnPaper } from '../../words/end-words.ts'
import { procedureWords } from '../../words/procedure-words.ts'
import './print.css'
import { SheetCards } from './sheet-cards.tsx'
import { SheetComing } from './sheet-coming.tsx'
import { SheetCourse, SheetExpected, SheetTasks } from './sheet-course.tsx'
import { SheetGroups } from './sheet-groups.tsx'
import { SheetSources } from './sheet-sources.tsx'
import { SessionSquare } from './sheet-square.tsx'

interface SheetProps {
  readonly sheet: Sheet
}

interface SheetPaperProps extends SheetProps {
  /** Above all else: the clinic that hands it out. */
  readonly letterhead?: ComponentChildren
  /** In place of the square that holds the session. */
  readonly square?: ComponentChildren
  /** Below all else. */
  readonly foot?: ComponentChildren
  /** The clinic's own, where it names one. */
  readonly emergencyNumber?: string | null
}

/** The sheet as it is printed; a clinic puts its own head and foot on it. */
export function SheetPaper(props: SheetPaperProps): JSX.Element {
  const { sheet, letterhead, square, foot, emergencyNumber = null } = props
  const hasEnded = sheet.procedures.some((one) => one.hasEnded)
  return (
    <article class="paper">
      {letterhead}
      <Head sheet={sheet} square={square} />
      {hasEnded ? null : <SheetComing sheet={sheet} />}
      <SheetCards clinicsNumber={emergencyNumber} />
      <SheetGroups sheet={sheet} />
      <SheetTasks sheet={sheet} />
      <SheetExpected sheet={sheet} />
      <SheetCourse sheet={sheet} />
      {hasEnded ? <SheetComing sheet={sheet} /> : null}
      <SheetSources sheet={sheet} />
      {foot}
    </article>
  )
}

function Head({ sheet, square }: Pick<SheetPaperProps, 'sheet' | 'square'>): JSX.Element {
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
      {square ?? (mayBeTooOpen(missingInCopy(record)) ? null : <OwnSquare sheet={sheet} />)}
    </header>
  )
}

/** It holds the session alone: another device makes this very plan of it where nothing else is needed. */
function OwnSquare({ sheet: { carry } }: SheetProps): JSX.Element {
  return <SessionSquare carry={carry} link={linkTo(carry.link)} />
}
