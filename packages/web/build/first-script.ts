const ENTRY = '/packages/web/src/main.tsx'

interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importers: readonly string[] } | null
}

/**
 * One script for all of the app that the first screen needs; null for what is loaded later, which is split as usual. The
 * packages behind it are split as usual too: their index names more than the first screen uses.
 */
export function firstScript(id: string, modules: Modules): string | null {
  if (/\/packages\/(?!web\/)|\/node_modules\/(?!preact|@lingui|idb-keyval)/.test(id)) return null
  return isReached(id, modules, new Set()) ? 'first' : null
}

/** Whether the entry imports it without waiting, itself or through others. */
function isReached(id: string, modules: Modules, seen: Set<string>): boolean {
  if (id.endsWith(ENTRY)) return true
  if (seen.has(id)) return false
  seen.add(id)
  return (modules.getModuleInfo(id)?.importers ?? []).some((one) => isReached(one, modules, seen))
}
