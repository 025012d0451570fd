import type { Ask, Told } from './harness.ts'

interface AlertStep {
  readonly alertId: string
  readonly body?: object
}

interface SeenAlert {
  readonly alertId: string
  readonly revision: number
}

/** Takes an alert or hands it over, as whoever asks sees it now. */
export function acknowledged(ask: Ask, step: AlertStep): Promise<Told> {
  return changed(ask, 'acknowledge', step)
}

/** Says that it is dealt with. */
export function resolved(ask: Ask, step: AlertStep): Promise<Told> {
  return changed(ask, 'resolve', step)
}

async function changed(ask: Ask, what: string, { alertId, body = {} }: AlertStep): Promise<Told> {
  const inbox = await ask('GET', '/alerts?state=all&limit=200')
  // As the inbox lists them.
  const { items } = inbox.body as { readonly items: readonly SeenAlert[] }
  const seen = items.find((one) => one.alertId === alertId)
  return ask('POST', `/alerts/${alertId}/${what}`, body, { 'if-match': `"${seen?.revision}"` })
}
