import { type Problem, problem } from '../http/reply.ts'

/** Where more than an address is counted, by the handler itself. */
export function tooMany(): Problem {
  return { ...problem(429, 'too-many'), headers: { 'retry-after': '600' } }
}
