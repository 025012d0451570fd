import type { Instant } from '@afterglow/engine'
import {
  both,
  type Care,
  careOf,
  done,
  type GivenSession,
  givenSession,
  instantIn,
  type Library,
  type Outcome,
  readPlanningLibrary,
  refuse,
  trouble,
} from '@afterglow/ledger'
import type { CommandLine } from './flags.ts'
import type { Io } from './io.ts'
import { inFile, type JsonFile, readJsonFile } from './json-file.ts'

/** What a command is given: the command line and the world. */
export interface Request extends CommandLine {
  readonly io: Io
}

export function readLibrary({ flags }: Pick<CommandLine, 'flags'>): Outcome<Library> {
  return readPlanningLibrary(flags.protocol?.[0])
}

/** The plan of `--session` at `--at`. */
export async function readCare(request: Request): Promise<Outcome<Care>> {
  const library = readLibrary(request)
  if (!library.ok) return library
  const file = await readSessionFile(request, library.value)
  const read = both(file, readInstant(request))
  return read.ok ? done(careOf(library.value, ...read.value)) : read
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

/** `--at`, or now. */
export function readInstant({ flags, io }: Request): Outcome<Instant> {
  const text = flags.at?.[0]
  if (text === undefined) return done(io.now())
  return instantIn(text, '--at')
}
