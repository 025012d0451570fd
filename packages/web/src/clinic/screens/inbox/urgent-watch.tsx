import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { levelWord, toldWords } from './inbox-words.ts'
import './urgent-watch.css'
import { useOpenAlerts } from './use-open-alerts.ts'
import { newlyUrgent, raisingOf, waitingOf } from './waiting.ts'
import { urgentWords } from './waiting-words.ts'

/** Says an urgent alert that comes while somebody is in the console, to who listens; the focus stays where it is. */
export function UrgentWatch(): JSX.Element {
  const app = useApp()
  const alerts = useOpenAlerts()
  const known = useRef<ReadonlySet<string> | null>(null)
  const [news, setNews] = useState('')
  const items = alerts.state === 'there' ? alerts.value.items : null
  useEffect(() => {
    if (items === null) return
    const [first] = known.current === null ? [] : newlyUrgent(known.current, items)
    known.current = new Set(items.map(raisingOf))
    if (!first) return
    const level = levelWord(app.i18n, first.disposition)
    const values = { level, name: first.name ?? '', told: toldWords(app, first.told) }
    setNews(app.i18n._({ id: 'inbox.news', message: '{level}: {name}. {told}', values }))
  }, [items])
  return (
    <p class="unseen" role="alert" aria-live="assertive">
      {news}
    </p>
  )
}

/** How many urgent ones wait, beside the way to them: nothing where none does, and a question where nobody knows. */
export function UrgentCount(): JSX.Element | null {
  const { i18n, format } = useApp()
  const alerts = useOpenAlerts()
  if (alerts.state === 'loading') return null
  if (alerts.state === 'failed' || alerts.isOld)
    return (
      <Badge sign="?">
        {i18n._({ id: 'inbox.unknown', message: 'Who waits for you cannot be seen now' })}
      </Badge>
    )
  const { urgent } = waitingOf(alerts.value.items, '')
  if (urgent === 0) return null
  return <Badge sign={format.number(urgent)}>{urgentWords(i18n, { count: urgent })}</Badge>
}

interface BadgeProps {
  readonly sign: string
  /** The same in words, for who listens. */
  readonly children: string
}

function Badge({ sign, children }: BadgeProps): JSX.Element {
  return (
    <span class="urgent-count">
      <span aria-hidden="true">{sign}</span>
      <span class="unseen">{children}</span>
    </span>
  )
}
