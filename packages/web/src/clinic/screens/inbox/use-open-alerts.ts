import { type Alerts, readOpenAlerts } from '../../api/alerts.ts'
import { type Loaded, useQuery } from '../../app/query.ts'

const EVERY_MS = 15_000

/** What is open, asked again and again for as long as somebody looks: whoever shows it shares one question. */
export function useOpenAlerts(): Loaded<Alerts> {
  return useQuery(['alerts', 'open'], readOpenAlerts, { everyMs: EVERY_MS })
}
