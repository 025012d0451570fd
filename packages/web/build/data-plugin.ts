import type { Connect, Plugin, Rolldown } from 'vite'
import { type DataFile, dataFiles, readProtocols } from './ledger.ts'

const MODULE = 'virtual:data-files'
const RESOLVED = `\0${MODULE}`
const SERVED = '/@data/'

/**
 * Emits the ledger and its texts as JSON files beside the script. `virtual:data-files` has their addresses by name,
 * relative to the script, so that the build works from any folder of any host.
 */
export function dataPlugin(): Plugin {
  let files: readonly DataFile[] | undefined
  const read = () => (files ??= dataFiles(readProtocols()))
  let isBuild = false
  return {
    name: 'afterglow-data',
    configResolved(config) {
      isBuild = config.command === 'build'
    },
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined
      const entries = read().map((file) => {
        const address = isBuild ? builtAddress(file, this) : `'${SERVED}${file.name}.json'`
        return `${JSON.stringify(file.name)}: ${address}`
      })
      return `export const DATA_FILES = { ${entries.join(', ')} }`
    },
    configureServer: ({ middlewares }) => void middlewares.use(SERVED, serve(read)),
  }
}

function builtAddress({ name, content }: DataFile, context: Rolldown.PluginContext): string {
  const file = context.emitFile({ type: 'asset', name: `${name}.json`, source: content })
  return `import.meta.ROLLUP_FILE_URL_${file}`
}

function serve(read: () => readonly DataFile[]): Connect.NextHandleFunction {
  return (request, response, next) => {
    const found = read().find(({ name }) => request.url === `/${name}.json`)
    if (!found) return next()
    response.setHeader('content-type', 'application/json')
    response.end(found.content)
  }
}
