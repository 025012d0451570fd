import type { Alert } from './alerts.ts'
import { read } from './request.ts'

interface AlertPage {
  readonly items: readonly Alert[]
  readonly next: string | null
}

const MOST_PAGES = 20
const FIRST = '/v1/alerts?limit=100'

/** Those of one patient, of the whole inbox. */
export async function readOpenAlertsOf(patientId: string): Promise<readonly Alert[]> {
  const found: Alert[] = []
  let page: AlertPage = await read(FIRST)
  for (let k = 1; k <= MOST_PAGES; k += 1) {
    found.push(...page.items.filter((one) => one.patientId === patientId))
    if (page.next === null) break
    page = await read(`${FIRST}&cursor=${encodeURIComponent(page.next)}`)
  }
  return found
}
