import type { parseSession } from '@afterglow/engine'
import type * as recordFile from './record-file.ts'

/** What is in the module that reads and writes record files. */
type RecordFileModule = Pick<typeof recordFile, 'fromRecordFile' | 'toRecordFile'>

/**
 * That module, with the schema library behind it: fetched when a file is wanted. The library is told first not to try
 * whether it may make code from text: this page's policy forbids it, and reports each try.
 */
export function loadRecordFile(): Promise<RecordFileModule> {
  Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
  return import('./record-file.ts')
}

/** What reads a session as it goes over a wire, in the same way. */
export async function loadParseSession(): Promise<typeof parseSession> {
  Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
  return (await import('./parse-session.ts')).parseSession
}
