import { errorAt, fail, type Issue, type Result, succeed } from '@afterglow/engine'

/** Ends a transaction without a trace where what was read turns out to be wrong; `refusable` makes it a Result. */
class Refused extends Error {
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    super(issues.map(({ diagnostics }) => diagnostics).join('; '))
    this.issues = issues
  }
}

export function refuse(where: string, code: Issue['code'], diagnostics: string): never {
  throw new Refused([errorAt(where, code, diagnostics)])
}

export async function refusable<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return succeed(await work())
  } catch (error) {
    if (error instanceof Refused) return fail(error.issues)
    throw error
  }
}
