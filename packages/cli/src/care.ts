import {
  applyPlan,
  type CarePlan,
  createPlanner,
  type Instant,
  parseInstant,
  parseSession,
  type Planner,
  type Protocol,
  type Session,
  zoneAt,
} from '@afterglow/engine'
import type { CommandLine } from './flags.ts'
import type { Io } from './io.ts'
import { inFile, type JsonFile, readJsonFile } from './json-file.ts'
import { both, done, type Outcome, refuse, trouble } from './outcome.ts'
import { readLedgers } from './protocol-files.ts'
import { type Texts, textsOf } from './texts.ts'

/** What a command is given: the command line and the world. */
export interface Request extends CommandLine {
  readonly io: Io
}

/** The protocols ready to plan with. */
export interface Library {
  readonly protocols: readonly Protocol[]
  readonly planner: Planner
  readonly texts: Texts
}

/** One person's plan at one instant: what every view is drawn from. */
export interface Care extends Library {
  readonly session: Session
  readonly plan: CarePlan
  readonly at: Instant
  /** The zone the person is in at `at`. */
  readonly zone: string
}

export function readLibrary({ flags }: CommandLine): Outcome<Library> {
  const read = readLedgers(flags.protocol?.[0], { cache: true })
  if (!read.ok) return read
  const protocols = read.value.map((one) => one.protocol)
  return done({ protocols, planner: createPlanner(protocols), texts: textsOf(protocols) })
}

/** The plan of `--session` at `--at`. */
export async function readCare(request: Request): Promise<Outcome<Care>> {
  const file = await readSessionFile(request)
  const read = both(file, readInstant(request))
  if (!read.ok) return read
  const library = readLibrary(request)
  if (!library.ok) return library
  const [session, at] = read.value
  return done(careOf(library.value, session, at))
}

export function careOf(library: Library, session: Session, at: Instant): Care {
  const plan = applyPlan(library.planner, session)
  return { ...library, session, plan, at, zone: zoneAt(plan.zone, plan.events, at) }
}

export async function readSessionFile({ flags, io }: Request): Promise<Outcome<Session>> {
  const path = flags.session?.[0]
  if (path === undefined)
    return refuse(
      trouble('--session', 'required', 'is missing: give --session FILE, or - for stdin'),
    )
  const file = await readJsonFile(path, io)
  return file.ok ? sessionIn(file.value) : file
}

function sessionIn(file: JsonFile): Outcome<Session> {
  const parsed = parseSession(file.value)
  return parsed.ok ? parsed : { ok: false, issues: inFile(file, parsed.issues) }
}

/** `--at`, or now. */
export function readInstant({ flags, io }: Request): Outcome<Instant> {
  const text = flags.at?.[0]
  if (text === undefined) return done(io.now())
  return instantIn(text, '--at')
}

export function instantIn(text: string, expression: string): Outcome<Instant> {
  const at = parseInstant(text)
  if (at !== undefined) return done(at)
  const accepted = 'accepted is a date and time with an offset, such as 2026-11-22T11:45:00+04:00'
  return refuse(trouble(expression, 'value', `found "${text}"; ${accepted}`))
}
