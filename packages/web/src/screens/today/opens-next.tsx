import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Card } from '../../components/card.tsx'
import { Countdown } from '../../components/countdown.tsx'
import { Row, Rows } from '../../components/row.tsx'
import { StatusMark } from '../../components/status.tsx'
import type { Opening, OpeningEntry } from '../../model/opening.ts'
import type { Today } from '../../model/today.ts'
import { statusWord } from '../../words/status-words.ts'

const GROUPS = 2
const NAMES = 4

/** What opens next by time alone, and how long it still is. */
export function OpensNext({ today }: { readonly today: Today }): JSX.Element | null {
  const { i18n } = useCare()
  const { openings, waiting, isAllUncovered } = today
  if (isAllUncovered || (openings.length === 0 && waiting.length === 0)) return null
  return (
    <Card title={i18n._({ id: 'opens.title', message: 'Opens next' })}>
      {openings.slice(0, GROUPS).map((opening) => (
        <OpeningGroup key={opening.at} opening={opening} />
      ))}
      {openings.length === 0 ? (
        <p>
          {i18n._({
            id: 'opens.nothing',
            message: 'Nothing opens by time alone from here on. Your clinic can say when.',
          })}
        </p>
      ) : null}
      <p class="quiet">
        <a href={hrefTo('timeline')}>
          {i18n._({ id: 'opens.all', message: 'Everything, week by week' })}
        </a>
      </p>
    </Card>
  )
}

function OpeningGroup({ opening }: { readonly opening: Opening }): JSX.Element {
  const { i18n, format, at } = useCare()
  const { entries } = opening
  const rest = entries.length - NAMES
  return (
    <div class="opening">
      <h3 class="opening-when">
        <span>{format.shortDayTime(opening.at, at)}</span>
        <Countdown to={opening.at} />
      </h3>
      <Rows>
        {entries.slice(0, NAMES).map((entry) => (
          <OpeningRow key={entry.subject} entry={entry} />
        ))}
      </Rows>
      {rest > 0 ? (
        <p class="quiet">
          <a href={hrefTo('timeline')}>
            {i18n._({
              id: 'opens.others',
              message: '{count, plural, one {and # more} other {and # more}}',
              values: { count: rest },
            })}
          </a>
        </p>
      ) : null}
    </div>
  )
}

function OpeningRow({ entry: { subject, status } }: { readonly entry: OpeningEntry }): JSX.Element {
  const { i18n, texts } = useCare()
  return (
    <Row
      mark={<StatusMark status={status} />}
      title={<span lang={texts.lang}>{texts.subject(subject)}</span>}
      {...(status === 'caution' && { note: statusWord(i18n, status) })}
      href={hrefTo('can-i', subject)}
    />
  )
}
