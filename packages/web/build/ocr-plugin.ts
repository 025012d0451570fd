import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Connect, Plugin } from 'vite'

const MODULE = 'virtual:ocr'
const RESOLVED = `\0${MODULE}`
const { resolve } = createRequire(import.meta.url)

/** The reader's own files by the names that it asks for: its worker, one core for each kind of processor, English. */
const FILES: Readonly<Record<string, string>> = {
  'worker.min.js': inPackage('tesseract.js', 'dist/worker.min.js'),
  ...Object.fromEntries(
    ['lstm', 'simd-lstm', 'relaxedsimd-lstm'].map((kind) => [
      `tesseract-core-${kind}.wasm.js`,
      inPackage('tesseract.js-core', `tesseract-core-${kind}.wasm.js`),
    ]),
  ),
  'eng.traineddata.gz': inPackage('@tesseract.js-data/eng', '4.0.0_best_int/eng.traineddata.gz'),
}

/**
 * Puts what reads a photo beside the app, so that no other host is ever asked for it. `virtual:ocr` has the folder, which
 * is named after the version: what a browser has kept of another version is never mixed with it.
 */
export function ocrPlugin(): Plugin {
  const folder = `ocr/${versionOf('tesseract.js')}/`
  return {
    name: 'afterglow-ocr',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? `export const OCR_FOLDER = './${folder}'` : undefined),
    configureServer: ({ middlewares }) => void middlewares.use(`/${folder}`, serve),
    generateBundle() {
      for (const [name, file] of Object.entries(FILES))
        this.emitFile({ type: 'asset', fileName: folder + name, source: readFileSync(file) })
    },
  }
}

function inPackage(name: string, path: string): string {
  return join(dirname(resolve(`${name}/package.json`)), path)
}

function versionOf(name: string): string {
  // npm's own form, which it has checked.
  const manifest = JSON.parse(readFileSync(inPackage(name, 'package.json'), 'utf8')) as {
    readonly version: string
  }
  return manifest.version
}

const serve: Connect.NextHandleFunction = (request, response, next) => {
  const file = FILES[(request.url ?? '').slice(1)]
  if (file === undefined) return next()
  response.setHeader(
    'content-type',
    file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream',
  )
  response.end(readFileSync(file))
}
