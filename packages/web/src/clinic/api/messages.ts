import { read, readItems, type Reply, send } from './request.ts'

/** What patient and clinic wrote to each other. */
export interface Message {
  readonly messageId: string
  readonly at: string
  readonly by: string
  readonly direction: 'from-patient' | 'from-clinic'
  readonly body: string
  /** `question`: something that the app could not answer, sent on by the person. */
  readonly kind: string | null
}

export interface MessagePage {
  /** The newest first. */
  readonly items: readonly Message[]
  readonly next: string | null
}

export function readMessages(patientId: string, cursor: string | null): Promise<MessagePage> {
  const query = cursor === null ? '' : `?cursor=${cursor}`
  return read<MessagePage>(`/v1/patients/${patientId}/messages${query}`)
}

/** The id is made when the button is pressed: sent twice it is kept once. */
export function writeMessage(
  patientId: string,
  message: { readonly messageId: string; readonly body: string },
): Promise<Reply<Message>> {
  const path = `/v1/patients/${patientId}/messages`
  return send({ method: 'POST', path, body: message, key: message.messageId })
}

/** Something that was sent to a patient, or was to be. */
export interface Delivery {
  readonly deliveryId: string
  readonly kind: string
  readonly channel: string
  readonly state: 'queued' | 'accepted' | 'gone' | 'dead' | 'dropped'
  readonly attempts: number
  readonly reason: string | null
  readonly dueAt: string
  readonly createdAt: string
  readonly settledAt: string | null
}

export function readDeliveriesOf(patientId: string): Promise<readonly Delivery[]> {
  const path = `/v1/patients/${patientId}/deliveries`
  return readItems<Delivery>(path)
}
