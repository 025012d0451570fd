import { compileFunction } from 'node:vm'

/** Runs a program that a generator of ours has written and gives what it returns: its caller knows the type. */
export function fromText(code: string, given: Readonly<Record<string, unknown>> = {}): unknown {
  const program = compileFunction(code, Object.keys(given)) as (...values: unknown[]) => unknown
  return program(...Object.values(given))
}
