/**
 * What a phone has to fetch before it can compute a plan: the engine's runtime with the Temporal
 * polyfill, and the compiled protocol. Fails over the budget.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const ROOT = join(import.meta.dirname, '..')
const RUNTIME = join(ROOT, 'packages/engine/src/runtime.ts')
const LOADER = join(ROOT, 'packages/ledger/src/index.ts')
const BUDGET_BYTES = 45 * 1024

interface Loader {
  /** Reads protocols/ and compiles it to the plain JSON that the runtime takes. */
  readonly loadCompiledProtocol: () => unknown
}

async function bundleRuntime(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [RUNTIME],
    bundle: true,
    format: 'esm',
    minify: true,
    platform: 'browser',
    target: 'es2022',
    write: false,
  })
  return outputFiles.map(({ text }) => text).join('')
}

async function compiledProtocol(): Promise<string> {
  // Our own file, whose form Loader names; by variable, so that it may be absent when types are checked.
  const loader = (await import(pathToFileURL(LOADER).href)) as Loader
  return JSON.stringify(await loader.loadCompiledProtocol())
}

function report(name: string, content: string): number {
  const bytes = gzipSync(content, { level: 9 }).length
  console.log(`${name.padEnd(10)} ${String(bytes).padStart(7)} bytes gzipped`)
  return bytes
}

const missing = [RUNTIME, LOADER].filter((file) => !existsSync(file))
if (missing.length > 0) throw new Error(`cannot measure without ${missing.join(', ')}`)

const total =
  report('runtime', await bundleRuntime()) + report('protocol', await compiledProtocol())
console.log(`${'total'.padEnd(10)} ${String(total).padStart(7)} bytes of ${BUDGET_BYTES}`)
process.exitCode = total <= BUDGET_BYTES ? 0 : 1
