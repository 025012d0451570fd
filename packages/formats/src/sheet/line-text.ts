import { isolated } from '../plan/isolate.ts'
import type { Governing, Span } from '../plan/span.ts'
import type { SubjectLine } from '../plan/subject-line.ts'
import { isOfLedger } from './sheet-source.ts'
import type { Sheet } from './sheet.ts'
import type { SheetWords } from './sheet-words.ts'

const SEPARATOR = '; '

/** One subject with the narrower ones it stands for, every answer with its time, and who decides. */
export function lineText(
  sheet: Sheet,
  { subject, standsFor, spans }: SubjectLine,
  words: SheetWords,
): string {
  const names = standsFor.map((code) => nameOf(code, words))
  const name = nameOf(subject, words) + (names.length === 0 ? '' : ` (${words.list(names)})`)
  const answers = spans.map((span, k) => spanText(sheet, { span, isFirst: k === 0 }, words))
  return `${name}: ${answers.join(SEPARATOR)}`
}

function nameOf(code: string, words: SheetWords): string {
  return isolated(words.subject(code), words.direction)
}

interface Placed {
  readonly span: Span
  readonly isFirst: boolean
}

function spanText(sheet: Sheet, { span, isFirst }: Placed, words: SheetWords): string {
  const { status, until, note, governedBy } = span
  const answer = words.status[status] + (note === null ? '' : ` (${words.note(note)})`)
  const end = until === null ? null : clockIn(sheet, until, words)
  const timed = isFirst ? words.first(answer, end) : words.next(answer, end)
  return timed + governedText(sheet, governedBy, words)
}

/** ` [2; 5]`: the numbers of the sources; a name where no source decides, and the procedure where there are several. */
function governedText(sheet: Sheet, governedBy: readonly Governing[], words: SheetWords): string {
  if (governedBy.length === 0) return ''
  const voices = governedBy.map((one) => voiceText(sheet, one, words))
  return ` [${isolated([...new Set(voices)].join('; '), words.direction)}]`
}

function voiceText(sheet: Sheet, governing: Governing, words: SheetWords): string {
  const { sources, procedures } = sheet
  const number = isOfLedger(governing)
    ? sources.findIndex(({ code }) => code === governing.source) + 1
    : 0
  const voice = number > 0 ? String(number) : words.voice(governing)
  const procedure = procedures.find(({ id }) => id === governing.procedure)
  if (!procedure || procedures.length < 2) return voice
  return `${voice}, ${words.countedFrom(procedure, clockIn(sheet, procedure.endedAt, words))}`
}

export function clockIn({ zone }: Sheet, at: number, words: SheetWords): string {
  return isolated(words.clock(at, zone), words.direction)
}
