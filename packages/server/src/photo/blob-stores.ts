import { type Instant, unreachable } from '@afterglow/engine'
import type { BlobStore } from './blob-store.ts'
import { folderBlobStore } from './folder-blob-store.ts'
import { type S3Bucket, s3BlobStore } from './s3-blob-store.ts'

export type BlobStoreConfig =
  | { readonly kind: 'folder'; readonly folder: string }
  | ({ readonly kind: 's3' } & S3Bucket)

export interface BlobStoreEffects {
  readonly fetch: typeof globalThis.fetch
  readonly now: () => Instant
}

export function blobStoreOf(config: BlobStoreConfig, { fetch, now }: BlobStoreEffects): BlobStore {
  switch (config.kind) {
    case 'folder':
      return folderBlobStore(config.folder)
    case 's3':
      return s3BlobStore(config, fetch, now)
    default:
      return unreachable(config)
  }
}
