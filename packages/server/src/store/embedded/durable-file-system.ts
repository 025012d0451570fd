import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Init = NodeFS['init']

type Made = readonly [parent: unknown, name: string, mode: number, device: unknown]

/** Emscripten's NODEFS as far as it is used here: an open file has a descriptor, a directory only a node. */
interface NodeFileSystem {
  readonly realPath: (node: unknown) => string
  readonly node_ops: {
    setattr: (node: unknown, attributes: { readonly mode?: number }) => unknown
    mknod: (...made: Made) => unknown
  }
  readonly stream_ops: {
    fsync?: (stream: { readonly nfd?: number; readonly node: unknown }) => 0
  }
}

/**
 * Start parameters with fsync on: PGlite's own turn it off. `fdatasync`, the usual method, is a stub that does
 * nothing in its build of Emscripten, hence `fsync`.
 */
export const DURABLE_START_PARAMETERS: readonly string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
]

/** Without fsync; to clear PostgreSQL's usual 128 MB of buffers takes longer than all else of a start. */
export const THROWAWAY_START_PARAMETERS: readonly string[] = [
  ...PGlite.defaultStartParams,
  '-c',
  'shared_buffers=16MB',
]

const OTHERS = 0o077

/** PGlite gives every file to everybody to read and write; here they are for the server's own account alone. */
function keepPrivate({ node_ops: operations }: NodeFileSystem): void {
  const { setattr, mknod } = operations
  operations.setattr = (node, attributes) => {
    const { mode } = attributes
    return setattr(node, mode === undefined ? attributes : { ...attributes, mode: mode & ~OTHERS })
  }
  operations.mknod = (...[parent, name, mode, device]) =>
    mknod(parent, name, mode & ~OTHERS, device)
}

/**
 * PGlite's file system has no fsync, so a commit is lost in a power cut; this one has it, and counts.
 * A class because PGlite takes a subclass of its own; it rests on undocumented parts, so the version is asserted.
 */
export class DurableNodeFS extends NodeFS {
  syncs = 0

  override async init(...[pg, options]: Parameters<Init>): ReturnType<Init> {
    const started = await super.init(pg, options)
    const { preRun = [] } = started.emscriptenOpts
    const addFsync: (typeof preRun)[number] = (module) => {
      // NODEFS is the record that PGlite itself mounts; its declared type leaves these members out.
      const files = module.NODEFS as unknown as NodeFileSystem
      files.stream_ops.fsync = ({ nfd, node }) => {
        this.syncs += 1
        if (nfd === undefined) syncPath(files.realPath(node))
        else fsyncSync(nfd)
        return 0
      }
      keepPrivate(files)
    }
    return { emscriptenOpts: { ...started.emscriptenOpts, preRun: [...preRun, addFsync] } }
  }
}

/** Brings a file or a directory (its list of names) to the disk. */
export function syncPath(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Brings a directory and everything under it to the disk. */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else if (entry.isFile()) syncPath(path)
  }
  syncPath(folder)
}
