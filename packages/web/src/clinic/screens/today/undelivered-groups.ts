import type { Undelivered } from '../../api/deliveries.ts'

/** Messages that did not arrive for the same reason, which is mended once. */
export interface NotSetUp {
  readonly channel: string
  readonly messages: readonly Undelivered[]
}

export interface UndeliveredGroups {
  /** Of a channel that the server is not set up to send by. */
  readonly notSetUp: readonly NotSetUp[]
  readonly rest: readonly Undelivered[]
}

/** What one mending brings back stands together, the others each by itself. */
export function undeliveredGroups(items: readonly Undelivered[]): UndeliveredGroups {
  const channels = Map.groupBy(items.filter(isNotSetUp), ({ channel }) => channel)
  return {
    notSetUp: [...channels].map(([channel, messages]) => ({ channel, messages })),
    rest: items.filter((one) => !isNotSetUp(one)),
  }
}

/** In the server's own words. */
function isNotSetUp({ reason }: Undelivered): boolean {
  return reason !== null && reason.startsWith('this server is not set up')
}
