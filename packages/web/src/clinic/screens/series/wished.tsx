import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { AppContext, type ChangeRecord, useApp } from '../../../app/app-context.ts'
import type { SeriesWish } from '../../../model/series.ts'

/** Inside, what the sessions are planned for can be changed; it is kept for as long as somebody looks, and nowhere else. */
export function Wished({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const app = useApp()
  const [series, setSeries] = useState<SeriesWish>({})
  const record = { ...app.record, series }
  const change: ChangeRecord = (part) => {
    const next = typeof part === 'function' ? part(record) : part
    if (next.series) setSeries(next.series)
  }
  return <AppContext.Provider value={{ ...app, record, change }}>{children}</AppContext.Provider>
}
