import {
  applyPlan,
  type CarePlan,
  createPlanner,
  type Instant,
  type Issue,
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
import { remarksOn } from './remarks.ts'
import { unreadTemperatures, withCodes } from './session-words.ts'
import { readSynonyms } from './synonyms.ts'
import { type Texts, textsOf } from './texts.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a command is given: the command line and the world. */
export interface Request extends CommandLine {
  readonly io: Io
}

/** The protocols ready to plan with. */
export interface Library {
  readonly protocols: readonly Protocol[]
  readonly planner: Planner
  readonly texts: Texts
  readonly vocabulary: Vocabulary
}

/** A session, with codes for people's words, and what of it could not be read. */
export interface GivenSession {
  readonly session: Session
  readonly unread: readonly Issue[]
}

/** One person's plan at one instant: what every view is drawn from. */
export interface Care extends Library {
  readonly session: Session
  readonly plan: CarePlan
  readonly at: Instant
  /** The zone the person is in at `at`. */
  readonly zone: string
  /** What was given and not applied or not read, to be shown with every answer. */
  readonly remarks: readonly Issue[]
}

export function readLibrary({ flags }: Pick<CommandLine, 'flags'>): Outcome<Library> {
  const read = readLedgers(flags.protocol?.[0], { cache: true })
  if (!read.ok) return read
  const synonyms = readSynonyms(read.value.map((one) => one.folder))
  if (!synonyms.ok) return synonyms
  const protocols = read.value.map((one) => one.protocol)
  const planner = createPlanner(protocols)
  const texts = textsOf(protocols)
  const vocabulary = { subjects: planner.subjects, texts, synonyms: synonyms.value }
  return done({ protocols, planner, texts, vocabulary })
}

/** The plan of `--session` at `--at`. */
export async function readCare(request: Request): Promise<Outcome<Care>> {
  const library = readLibrary(request)
  if (!library.ok) return library
  const file = await readSessionFile(request, library.value)
  const read = both(file, readInstant(request))
  return read.ok ? done(careOf(library.value, ...read.value)) : read
}

export function careOf(library: Library, { session, unread }: GivenSession, at: Instant): Care {
  const plan = applyPlan(library.planner, session)
  const zone = zoneAt(plan.zone, plan.events, at)
  const remarks = remarksOn({ plan, unread, vocabulary: library.vocabulary })
  return { ...library, session, plan, at, zone, remarks }
}

export async function readSessionFile(
  { flags, io }: Request,
  library: Library,
): Promise<Outcome<GivenSession>> {
  const path = flags.session?.[0]
  if (path === undefined)
    return refuse(
      trouble('--session', 'required', 'is missing: give --session FILE, or - for stdin'),
    )
  const file = await readJsonFile(path, io)
  return file.ok ? sessionIn(file.value, library) : file
}

function sessionIn(file: JsonFile, library: Library): Outcome<GivenSession> {
  const given = givenSession(file.value, library)
  return given.ok ? given : { ok: false, issues: inFile(file, given.issues) }
}

/** Reads a session's JSON, its words as codes. */
export function givenSession(value: unknown, { vocabulary }: Library): Outcome<GivenSession> {
  const parsed = parseSession(withCodes(value, vocabulary))
  return parsed.ok ? done({ session: parsed.value, unread: unreadTemperatures(value) }) : parsed
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
