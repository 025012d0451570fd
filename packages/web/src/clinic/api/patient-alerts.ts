import type { Alert } from './alerts.ts'
import { read } from './request.ts'

const MOST = 100

/** What waits of one patient, in the order of the inbox. */
export async function readOpenAlertsOf(patientId: string): Promise<readonly Alert[]> {
  const path = `/v1/alerts?limit=${MOST}&patientId=${encodeURIComponent(patientId)}`
  return (await read<{ readonly items: readonly Alert[] }>(path)).items
}
