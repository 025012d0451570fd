/**
 * Lighthouse against our goals; fails under them. `npm run lighthouse`: the built app as on a slow phone, each score the
 * median of three runs (one run is the weather of the machine), then the screens of a clinic and of its patients.
 * `-- --only app` or `-- --only clinic` measures one half.
 */
import { parseArgs } from 'node:util'
import { buildApp } from './build-app.ts'
import { measureClinic } from './lighthouse-clinic.ts'
import { measure, openBrowser, report } from './lighthouse-run.ts'
import { serveFolder } from './static-server.ts'

const GOALS = { performance: 0.98, accessibility: 1, 'best-practices': 1, seo: 1 } as const
const RUNS = 3

/** The first page, which has to be there in a second, and the care cards, which have to be there always. */
const PAGES = ['', 'help.html']

async function measureApp(appFolder: string): Promise<boolean> {
  const server = await serveFolder(appFolder)
  try {
    const reached: boolean[] = []
    for (const page of PAGES) reached.push(await measurePage(server.url, page))
    return reached.every(Boolean)
  } finally {
    await server.close()
  }
}

/** Each time in a browser that has not seen it. */
async function measurePage(url: string, page: string): Promise<boolean> {
  const results = []
  for (let run = 0; run < RUNS; run++) {
    const { context, port } = await openBrowser()
    try {
      results.push(await measure(url + page, port, GOALS))
    } finally {
      await context.close()
    }
  }
  return report(page, results, GOALS)
}

const HALVES = { app: measureApp, clinic: measureClinic }

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const halves = Object.entries(HALVES).filter(([name]) => [name, undefined].includes(values.only))
if (halves.length === 0) {
  console.error(`--only: is one of ${Object.keys(HALVES).join(', ')}`)
  process.exit(2)
}
const built = buildApp('lighthouse')
const reached: boolean[] = []
try {
  for (const [, measureHalf] of halves) reached.push(await measureHalf(built.folder))
} finally {
  built.remove()
}
process.exitCode = reached.every(Boolean) ? 0 : 1
