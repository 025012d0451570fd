/** Whether each test is run against hundreds of broken copies: the long ones then try less. */
export const IS_MUTATING = process.env['STRYKER_MUTATOR_WORKER'] !== undefined

/** How many cases a law is tried on. */
export const LAW_RUNS = { numRuns: IS_MUTATING ? 25 : 300 } as const
