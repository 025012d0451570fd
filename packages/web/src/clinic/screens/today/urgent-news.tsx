import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import type { Alerts } from '../../api/alerts.ts'
import type { Loaded } from '../../app/query.ts'
import { levelWord, toldWords } from '../inbox/inbox-words.ts'
import { newlyUrgent } from '../inbox/waiting.ts'

/** Says an urgent alert that comes while somebody is on the page, to who listens; the focus stays where it is. */
export function UrgentNews({ alerts }: { readonly alerts: Loaded<Alerts> }): JSX.Element {
  const app = useApp()
  const known = useRef<ReadonlySet<string> | null>(null)
  const [news, setNews] = useState('')
  const items = alerts.state === 'there' ? alerts.value.items : null
  useEffect(() => {
    if (items === null) return
    const [first] = known.current === null ? [] : newlyUrgent(known.current, items)
    known.current = new Set(items.map(({ alertId }) => alertId))
    if (first)
      setNews(
        app.i18n._({
          id: 'inbox.news',
          message: '{level}: {name}. {told}',
          values: {
            level: levelWord(app.i18n, first.disposition),
            name: first.name ?? '',
            told: toldWords(app, first.told),
          },
        }),
      )
  }, [items])
  return (
    <p class="unseen" role="alert" aria-live="assertive">
      {news}
    </p>
  )
}
