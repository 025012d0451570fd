/**
 * Tells the schema library, before it is fetched, not to try whether it may make code from text: our pages' policy forbids
 * it, and reports each try.
 */
export function makeNoCodeFromText(): void {
  Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
}
