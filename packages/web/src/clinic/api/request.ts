import type { Issue } from '@afterglow/engine'

/** What the server says where it does not do what was asked (RFC 9457), or that it could not be reached. */
export interface Problem {
  /** 0 where there was no answer at all. */
  readonly status: number
  /** The last part of its type: `not-found`, `precondition-failed`, `invalid`. */
  readonly code: string
  readonly title: string
  readonly detail: string | null
  readonly issues: readonly Issue[]
}

/** An answer, and the revision it is of where it has one. */
export interface Answered<T> {
  readonly value: T
  readonly etag: string | null
}

export type Reply<T> =
  | ({ readonly ok: true } & Answered<T>)
  | { readonly ok: false; readonly problem: Problem }

/** Thrown by what reads, for the one place that shows it. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.problem = problem
  }
}

/** A part of a list. */
export interface PageOf<T> {
  readonly items: readonly T[]
  /** Where the next part begins; null on the last one. */
  readonly next: string | null
}

export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Under /api: `/v1/patients`. */
  readonly path: string
  readonly body?: unknown
  /** A file instead of a body. */
  readonly upload?: Blob
  /** The ETag of what is changed. */
  readonly ifMatch?: string | null
  /** Made when somebody pressed the button: what is sent twice under one key is done once. */
  readonly key?: string
}

/**
 * Asks the server. Everything that can go wrong comes back as a value; 401 is also told to `whenSignedOut`. What is posted
 * without a key of the caller's goes under one key until it is answered: pressed again after no answer, it is done once.
 */
export async function send<T>(request: Request): Promise<Reply<T>> {
  const reply = await sent<T>({ key: unansweredKey(request), ...request })
  if (isSettled(reply)) unanswered.delete(nameOf(request))
  return reply
}

/** The keys of what was posted and not answered, by what it asks. */
const unanswered = new Map<string, string>()

/** What one person has asked is not for the next. */
export function forgetUnanswered(): void {
  unanswered.clear()
}

/** Signing in has no keys, and its passwords are kept nowhere. */
function isOfApi({ path }: Request): boolean {
  return path.startsWith('/v1/')
}

function nameOf({ path, body }: Request): string {
  return `${path} ${JSON.stringify(body)}`
}

function unansweredKey(request: Request): string {
  const key = unanswered.get(nameOf(request)) ?? newKey()
  // What brings a key of its own, or needs none, is not kept here.
  const { method, upload } = request
  const isKept = method === 'POST' && request.key === undefined && !upload && isOfApi(request)
  if (isKept) unanswered.set(nameOf(request), key)
  return key
}

async function sent<T>(request: Request): Promise<Reply<T>> {
  try {
    const response = await fetch(`./api${request.path}`, optionsOf(request))
    if (!response.ok) return { ok: false, problem: await problemOf(response) }
    const text = await response.text()
    // The server's own answer, in the form that the caller names.
    const value = (text === '' ? null : JSON.parse(text)) as T
    return { ok: true, value, etag: response.headers.get('etag') }
  } catch {
    return { ok: false, problem: UNREACHED }
  }
}

/** Asks for a file, to be saved as it is. */
export async function sendForFile(request: Request): Promise<Reply<Blob>> {
  try {
    const response = await fetch(`./api${request.path}`, optionsOf(request))
    if (!response.ok) return { ok: false, problem: await problemOf(response) }
    return { ok: true, value: await response.blob(), etag: null }
  } catch {
    return { ok: false, problem: UNREACHED }
  }
}

/** Reads; what goes wrong is thrown as a ProblemError. */
export async function read<T>(path: string): Promise<T> {
  return (await readTagged<T>(path)).value
}

/** Reads what a list holds. */
export async function readItems<T>(path: string): Promise<readonly T[]> {
  return (await read<Pick<PageOf<T>, 'items'>>(path)).items
}

/** Reads with its ETag, for what is going to be changed. */
export async function readTagged<T>(path: string): Promise<Answered<T>> {
  const reply = await send<T>({ method: 'GET', path })
  if (!reply.ok) throw new ProblemError(reply.problem)
  return reply
}

/** Whether the server said no. One that failed, or did not answer, may have done it all the same. */
export function isRefusal({ status }: Problem): boolean {
  return status >= 400 && status < 500
}

/**
 * Whether the next press is another request. A refusal keeps nothing under its key; and where no answer came, or that of a
 * server that failed, it may have been done: pressed again it is done once, whatever refused it between.
 */
export function isSettled(reply: Reply<unknown>): boolean {
  return reply.ok || reply.problem.code === 'key-reused'
}

/** One key for one press of a button; whoever tries again sends the same. */
export function newKey(): string {
  return crypto.randomUUID()
}

function optionsOf({ method, body, upload, ifMatch, key }: Request): RequestInit {
  return {
    method,
    credentials: 'same-origin',
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(upload && { 'content-type': upload.type }),
      ...(ifMatch && { 'if-match': ifMatch }),
      ...(method === 'POST' && { 'idempotency-key': key ?? newKey() }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(upload && { body: upload }),
  }
}

const UNREACHED: Problem = {
  status: 0,
  code: 'unreached',
  title: 'The server could not be reached',
  detail: null,
  issues: [],
}

async function problemOf(response: Response): Promise<Problem> {
  const { status } = response
  if (status === 401) for (const tell of listeners) tell()
  const said: unknown = await response.json().catch(() => null)
  const told = typeof said === 'object' && said !== null ? said : {}
  const text = (name: string): string | null => {
    const value: unknown = Reflect.get(told, name)
    return typeof value === 'string' ? value : null
  }
  const issues: unknown = Reflect.get(told, 'issues')
  return {
    status,
    code: (text('type') ?? text('code') ?? '').split(/[/:#]/).at(-1) ?? '',
    title: text('title') ?? text('message') ?? `HTTP ${status}`,
    detail: text('detail'),
    // Of the server's own problem+json.
    issues: Array.isArray(issues) ? (issues as readonly Issue[]) : [],
  }
}

const listeners = new Set<() => void>()

/** Is told when the server no longer knows who this is. Returns the way to stop. */
export function whenSignedOut(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
