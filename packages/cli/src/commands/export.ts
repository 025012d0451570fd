import { existsSync, writeFileSync } from 'node:fs'
import { addToDate, instantOf, localDate, planSeries, toWire } from '@afterglow/engine'
import {
  englishCalendarWords,
  englishSheetWords,
  planIdOf,
  sheetOf,
  sheetText,
  toIcal,
  toLink,
} from '@afterglow/formats'
import { type Care, done, type Outcome, refuse, trouble, visible } from '@afterglow/ledger'
import type { Answer } from '../answer.ts'
import { readCare, type Request } from '../care.ts'
import { EXPORT } from '../copy-lists.ts'
import { noWords } from '../flags.ts'
import { type Look, lookOf, page, wrap } from '../layout.ts'

/** What an export makes: a text to keep or send, and the same for programs. */
interface Made {
  readonly text: string
  readonly json: unknown
}

/** `afterglow export sheet`: the printable sheet as plain text. */
export async function exportSheet(request: Request): Promise<Outcome<Answer>> {
  return exported(request, (care) => {
    const sheet = sheetOf(care)
    const lines = sheetText(sheet, englishSheetWords(care.texts.text, addressOf(request)))
    const look = lookOf(request.io.columns, false)
    const wrapped = lines.flatMap((line) => hanging(look, line))
    return { text: page(wrapped), json: toWire(sheet, care.zone) }
  })
}

/** One line of the sheet, broken where it is too long; what goes on stands further in. */
function hanging(look: Look, line: string): readonly string[] {
  if (line === '') return ['']
  return wrap(line, look.columns - 2).map((part, k) => (k === 0 ? part : `  ${part}`))
}

/** `afterglow export calendar`: a calendar file of the year that follows, to be imported once. */
export async function exportCalendar(request: Request): Promise<Outcome<Answer>> {
  return exported(request, (care) => {
    const text = calendarOf(care, request)
    return { text, json: { calendar: text } }
  })
}

/** `afterglow export link`: the session as the address of the app, or the part of it after the address. */
export async function exportLink(request: Request): Promise<Outcome<Answer>> {
  return exported(request, ({ session }) => {
    const link = addressOf(request)(toLink(session))
    return { text: `${link}\n`, json: { link } }
  })
}

function calendarOf(care: Care, { flags }: Request): string {
  const { planner, plan, session, texts, at, zone } = care
  const { sessions, holds } = planSeries(planner, plan, { at })
  const isHeld = holds.some((hold) => !hold.toConfirm)
  const [next] = isHeld ? [] : sessions
  const until = instantOf(addToDate(localDate(at, zone), A_YEAR), '23:59', zone)
  return toIcal({
    planner,
    plan,
    span: { from: at, until },
    routines: flags.routines !== undefined,
    ...(next && { nextSession: next.date }),
    detail: flags.discreet === undefined ? 'full' : 'discreet',
    words: englishCalendarWords(texts.text),
    planId: planIdOf(session),
    stamp: lastChange(care),
    sequence: session.events.length,
  })
}

const A_YEAR = { kind: 'months', months: 12 } as const

/** When the session last changed, as far as it tells: one file gives the same bytes whenever it is exported. */
function lastChange({ session: { procedures, events } }: Care): number {
  const [first] = procedures
  return Math.max(first?.endedAt ?? 0, ...events.map((event) => event.at))
}

/** How the app is reached with a session: its address from `--app`, else what stands behind any address of it. */
function addressOf({ flags }: Request): (link: string) => string {
  const app = flags.app?.[0] ?? ''
  return (link) => `${app.replace(/#.*$/, '')}#s=${link}`
}

async function exported(request: Request, make: (care: Care) => Made): Promise<Outcome<Answer>> {
  const stray = noWords(request, (word) => `a session file is given by: --session ${word}`)
  if (!stray.ok) return stray
  const read = await readCare(request)
  if (!read.ok) return read
  const made = make(read.value)
  for (const { diagnostics } of read.value.remarks)
    request.io.complain(`afterglow: ${visible(diagnostics)}\n`)
  const file = request.flags.out?.[0]
  if (file === undefined) return done({ text: () => made.text, json: () => made.json })
  const written = writeOut(file, made.text, request)
  if (!written.ok) return written
  return done({ text: () => `${EXPORT.written(file)}\n`, json: () => ({ file }) })
}

/** Writes the file; one that is there is written over with `--force` alone. */
function writeOut(file: string, text: string, { flags }: Request): Outcome<null> {
  if (existsSync(file) && flags.force === undefined)
    return refuse(trouble('--out', 'duplicate', `"${file}" exists already; --force writes over it`))
  try {
    writeFileSync(file, text, { flag: flags.force === undefined ? 'wx' : 'w' })
    return done(null)
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return refuse(trouble('--out', 'value', `"${file}" cannot be written (${why})`))
  }
}
