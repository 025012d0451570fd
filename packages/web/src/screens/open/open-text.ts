import { fromLink, fromShortCode } from '@afterglow/formats'
import type { Issue, Result } from '@afterglow/engine'
import { deviceZone } from '../../app/clock.ts'
import { LINK } from '../../app/route.ts'
import { loadRecordFile } from '../../store/load-record-file.ts'
import { EMPTY_RECORD, type PatientRecord } from '../../store/record.ts'

/** What was found in a link, a code or a file, or why nothing was. */
export type Opened =
  | { readonly kind: 'session'; readonly record: PatientRecord }
  | { readonly kind: 'trouble'; readonly code: Issue['code'] }

/** A link's fragment, after its `#s=`. */
export function openLink(text: string): Opened {
  return openedOf(fromLink(text), (session) => ({ ...EMPTY_RECORD, session }))
}

/** What a person typed or pasted: a whole link, its fragment alone, or the short code of a sheet. */
export function openTyped(text: string): Opened {
  const link = text.indexOf(LINK)
  if (link >= 0) return openLink(text.slice(link + LINK.length).trim())
  const short = fromShortCode(text, { zone: deviceZone() })
  if (!short.ok) return troubleIn(short.issues)
  const { session, leftOut } = short.value
  return { kind: 'session', record: { ...EMPTY_RECORD, session, leftOut } }
}

/** A file of ours, or a session file. */
export async function openFile(text: string): Promise<Opened> {
  const { fromRecordFile } = await loadRecordFile()
  try {
    return openedOf(fromRecordFile(JSON.parse(text)), (record) => record)
  } catch {
    return { kind: 'trouble', code: 'structure' }
  }
}

function openedOf<T>(result: Result<T>, recordOf: (value: T) => PatientRecord): Opened {
  if (!result.ok) return troubleIn(result.issues)
  return { kind: 'session', record: recordOf(result.value) }
}

function troubleIn(issues: readonly Issue[]): Opened {
  return { kind: 'trouble', code: issues[0]?.code ?? 'structure' }
}
