import type { Protocol } from '@afterglow/engine'
import { read } from './request.ts'

/** A version of a protocol that plans are made with. */
export interface ProtocolPin {
  readonly code: string
  readonly version: string
  readonly hash: string
}

/** One version whole, its texts included. */
export async function readProtocol(hash: string): Promise<Protocol & { readonly hash: string }> {
  const { protocol } = await read<{ readonly protocol: Protocol }>(`/v1/protocols/${hash}`)
  return { ...protocol, hash }
}
