import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instantOf } from '@afterglow/engine'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BlobStore } from './blob-store.ts'
import { blobStoreOf } from './blob-stores.ts'
import { S3_LIKE, type S3LikeServer, startS3LikeServer } from './s3-like-server.ts'

const effects = { fetch, now: () => instantOf('2026-11-22', '10:45', 'UTC') }
const above = mkdtempSync(join(tmpdir(), 'blobs-'))
const folder = join(above, 'a', 'photos')
const bytes = (text: string) => Uint8Array.from(Buffer.from(text))

let server: S3LikeServer
beforeAll(async () => {
  server = await startS3LikeServer()
})
afterAll(async () => {
  await server.close()
  rmSync(above, { recursive: true })
})
beforeEach(() => {
  server.objects.clear()
  rmSync(join(above, 'a'), { recursive: true, force: true })
})

const folderStore = () => blobStoreOf({ kind: 'folder', folder }, effects)
const s3Store = (more: { readonly secretAccessKey?: string } = {}) =>
  blobStoreOf({ kind: 's3', url: `${server.url}/`, ...S3_LIKE, ...more }, effects)

describe.each<readonly [string, () => BlobStore]>([
  ['a folder', folderStore],
  ['a bucket', s3Store],
])('%s', (_, open) => {
  it('gives back the bytes that were put, whatever they are, and the later ones', async () => {
    const store = open()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), async (some) => {
        await store.put('c1/p1/x', some)
        expect(await store.get('c1/p1/x').then((got) => got && Uint8Array.from(got))).toEqual(some)
      }),
      { numRuns: 20 },
    )
  })

  it('says null for what is not there, before anything was put and after it was removed', async () => {
    const store = open()
    expect(await store.get('c1/x')).toBeNull()
    expect(await store.list('')).toEqual([])
    await store.put('c1/x', bytes('1'))
    await store.remove('c1/x')
    expect(await store.get('c1/x')).toBeNull()
    await store.remove('c1/x')
    await store.remove('never/there')
  })

  it('keeps a key beside longer ones that begin with it', async () => {
    const store = open()
    for (const key of ['a', 'a/b', 'a/b/c', 'a-b']) await store.put(key, bytes(key))
    for (const key of ['a', 'a/b', 'a/b/c', 'a-b'])
      expect(Buffer.from((await store.get(key)) ?? []).toString()).toBe(key)
  })

  it('lists what begins so, over several pages, and nothing else', async () => {
    const store = open()
    const keys = ['c1/p1/a', 'c1/p1/b', 'c1/p10/a', 'c1/p2/a', 'c2/p1/a']
    for (const key of keys) await store.put(key, bytes('x'))
    expect(await store.list('')).toEqual(keys)
    expect(await store.list('c1/p1')).toEqual(keys.slice(0, 3))
    expect(await store.list('c1/p1/')).toEqual(keys.slice(0, 2))
    expect(await store.list('c3/')).toEqual([])
  })

  it.each([
    '',
    '/',
    '/etc/passwd',
    '..',
    'a/../b',
    'a//b',
    'a/',
    'a.b',
    'A',
    'a b',
    'a\\b',
    'a%2fb',
    'a\0b',
    'é',
    'a\n',
    'x'.repeat(201),
  ])('takes no key that could lead elsewhere: %j', async (key) => {
    const store = open()
    await expect(store.put(key, bytes('x'))).rejects.toThrow('not a key')
    await expect(store.get(key)).rejects.toThrow('not a key')
    await expect(store.remove(key)).rejects.toThrow('not a key')
  })

  it('takes no prefix that could lead elsewhere', async () => {
    await expect(open().list('../')).rejects.toThrow('not a prefix')
    await expect(open().list('a&prefix=')).rejects.toThrow('not a prefix')
  })
})

describe('a folder', () => {
  it('is for its owner only, however deep, and holds nothing written aside', async () => {
    await folderStore().put('c1/p1/x', bytes('1'))
    await folderStore().put('c1/p1/x', bytes('2'))
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
    const made = ['a', 'a/photos', 'a/photos/c1', 'a/photos/c1/p1']
    expect(made.map((path) => mode(join(above, path)))).toEqual(['700', '700', '700', '700'])
    expect(mode(join(folder, 'c1/p1/x.sealed'))).toBe('600')
    expect(readdirSync(join(folder, 'c1/p1'))).toEqual(['x.sealed'])
  })

  it('does not take for a blob what a crash left written aside', async () => {
    const store = folderStore()
    await store.put('c1/x', bytes('1'))
    writeFileSync(join(folder, 'c1/y.sealed.0b9f'), 'half')
    expect(await store.list('')).toEqual(['c1/x'])
    expect(await store.get('c1/y')).toBeNull()
  })

  it('does not take for absent what it cannot read', async () => {
    const store = folderStore()
    await store.put('c1/x/deeper', bytes('1'))
    await store.put('c1/y', bytes('1'))
    rmSync(join(folder, 'c1/y.sealed'))
    rmSync(join(folder, 'c1/x'), { recursive: true })
    writeFileSync(join(folder, 'c1/x'), 'a file where a folder was')
    await expect(store.get('c1/x/deeper')).rejects.toThrow('ENOTDIR')
  })
})

describe('a bucket', () => {
  it('refuses another secret, so that the signature is seen to be checked', async () => {
    const store = s3Store({ secretAccessKey: 'another' })
    await expect(store.put('a', bytes('x'))).rejects.toThrow('PUT with 403')
    await expect(store.get('a')).rejects.toThrow('GET with 403')
    await expect(store.list('')).rejects.toThrow('GET with 403')
    expect(server.objects.size).toBe(0)
  })

  it.each([
    [500, ''],
    [503, '<Error><Code>SlowDown</Code></Error>'],
    [404, '<Error><Code>NoSuchBucket</Code></Error>'],
  ])('that answers %i %s has not lost the photo', async (status, body) => {
    const store = s3Store()
    await store.put('a', bytes('x'))
    const trouble = { status, body }
    server.troubles.push(trouble, trouble, trouble)
    await expect(store.get('a')).rejects.toThrow(`GET with ${status}`)
    await expect(store.remove('a')).rejects.toThrow(`DELETE with ${status}`)
    await expect(store.put('b', bytes('x'))).rejects.toThrow(`PUT with ${status}`)
    expect(await store.get('a')).not.toBeNull()
  })

  it('does not follow to another host with signed headers', async () => {
    server.troubles.push({ status: 307, body: '', location: 'http://127.0.0.1:1/photos/a' })
    const error: unknown = await s3Store()
      .get('a')
      .catch((cause: unknown) => cause)
    expect(error).toMatchObject({ cause: { message: 'unexpected redirect' } })
  })
})
