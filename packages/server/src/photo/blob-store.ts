/** Where sealed bytes are kept. A key is words of a-z, 0-9 and "-" joined by "/"; it carries nothing about a person. */
export interface BlobStore {
  /** Kept for good when the promise is fulfilled. A key put twice holds the later bytes. */
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>
  /** Null: there is nothing under the key. */
  readonly get: (key: string) => Promise<Uint8Array | null>
  /** Nothing under the key is no trouble. */
  readonly remove: (key: string) => Promise<void>
  /** The keys that begin so, in order. */
  readonly list: (prefix: string) => Promise<readonly string[]>
}

const BLOB_KEY = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/
const BLOB_KEY_PREFIX = /^(?:[a-z0-9-]+\/)*[a-z0-9-]*$/
const LONGEST = 200

/** Keys are made by us, so one that could leave its folder is our bug. */
export function requireBlobKey(key: string): string {
  if (key.length > LONGEST || !BLOB_KEY.test(key)) throw new Error('not a key of a blob')
  return key
}

export function requireBlobKeyPrefix(prefix: string): string {
  if (prefix.length > LONGEST || !BLOB_KEY_PREFIX.test(prefix))
    throw new Error('not a prefix of keys of blobs')
  return prefix
}
