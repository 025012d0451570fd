import type { parseSession } from '@afterglow/engine'
import { makeNoCodeFromText } from './no-code-from-text.ts'
import type * as recordFile from './record-file.ts'

/** What is in the module that reads and writes record files. */
type RecordFileModule = Pick<typeof recordFile, 'fromRecordFile' | 'toRecordFile'>

/** That module, with the schema library behind it: fetched when a file is wanted. */
export function loadRecordFile(): Promise<RecordFileModule> {
  makeNoCodeFromText()
  return import('./record-file.ts')
}

/** What reads a session as it goes over a wire, in the same way. */
export async function loadParseSession(): Promise<typeof parseSession> {
  makeNoCodeFromText()
  return (await import('./parse-session.ts')).parseSession
}
