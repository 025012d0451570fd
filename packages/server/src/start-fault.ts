import { errorAt, fail, type Issue, type Result, succeed } from '@afterglow/engine'

/** What `starting` gives, or what stands in its way that an operator can mend. What is a mistake of ours is thrown on. */
export async function unlessFault<T>(
  starting: Promise<T>,
  faultOf: (error: unknown) => Issue | null,
): Promise<Result<T>> {
  try {
    return succeed(await starting)
  } catch (error) {
    const issue = faultOf(error)
    if (issue === null) throw error
    return fail([issue])
  }
}

/** By the code of a network or of PostgreSQL (SQLSTATE). The address is not told again: a password may stand in it. */
const DATABASE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there: check host and port, and that the database runs',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ETIMEDOUT: 'the database did not answer',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the host cannot be reached',
  ECONNRESET: 'the database broke the connection off',
  '28000': 'the database does not take this user',
  '28P01': 'the database does not take this user and password',
  '3D000': 'there is no such database: create it first',
  '42501':
    'this user may not do what a start needs: it has to create tables, and needs the right CREATEROLE',
  '53300': 'the database has no connection left: lower DATABASE_POOL, or allow more there',
  '57P03': 'the database is starting up or shutting down: try again',
}

/** Of opening the database of `DATABASE_URL`. */
export function databaseFault(error: unknown): Issue | null {
  const why = DATABASE[codeOf(error)] ?? (isLate(error) ? DATABASE['ETIMEDOUT'] : undefined)
  return why === undefined ? null : errorAt('DATABASE_URL', 'value', why)
}

const LISTENING: Readonly<Record<string, readonly ['PORT' | 'HOST', string]>> = {
  EADDRINUSE: ['PORT', 'another program listens there: stop it, or set another port'],
  EACCES: ['PORT', 'this account may not listen there: set a port of 1024 or above'],
  EADDRNOTAVAIL: ['HOST', 'this machine has no such address'],
  ENOTFOUND: ['HOST', 'there is no such host'],
  EAI_AGAIN: ['HOST', 'the name could not be looked up'],
}

/** Of listening on `HOST` and `PORT`. */
export function listenFault(error: unknown): Issue | null {
  const found = LISTENING[codeOf(error)]
  return found === undefined ? null : errorAt(found[0], 'value', found[1])
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** The pool of connections says it in words alone. */
function isLate(error: unknown): boolean {
  return (
    error instanceof Error &&
    !('code' in error) &&
    /connect.*timeout|timeout.*connect/i.test(error.message)
  )
}
