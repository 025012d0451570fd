import { readItems, type Reply, send } from './request.ts'

/** A way to reach patients, and whether the server can use it. */
export interface Channel {
  readonly channel: 'email' | 'push' | 'sms'
  readonly isSetUp: boolean
}

export function readChannels(): Promise<readonly Channel[]> {
  return readItems<Channel>('/v1/channels')
}

/** Sends one neutral message at once: an e-mail to whoever asks, a text message to the number given. */
export function testChannel(channel: Channel['channel'], to?: string): Promise<Reply<unknown>> {
  const body = to === undefined ? {} : { to }
  return send({ method: 'POST', path: `/v1/channels/${channel}/test`, body })
}
