/**
 * Lighthouse on the built app, as on a slow phone, against our goals; fails under them. `npm run lighthouse`.
 * A score is the median of three runs: one run is the weather of the machine.
 */
import { createServer } from 'node:net'
import lighthouse, { type Result } from 'lighthouse'
import { chromium } from 'playwright-core'
import { median } from '../bench/measure.ts'
import { buildApp } from './build-app.ts'
import { CHROMIUM_ARGS, requireChromium } from './chromium.ts'
import { serveFolder } from './static-server.ts'

const GOALS = { performance: 0.98, accessibility: 1, 'best-practices': 1, seo: 1 } as const
const RUNS = 3

type Category = keyof typeof GOALS

const CATEGORIES = Object.keys(GOALS) as readonly Category[] // The keys just written.

/** The first page, which has to be there in a second, and the care cards, which have to be there always. */
const PAGES = ['', 'help.html']

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}

async function measure(url: string): Promise<Result> {
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: [...CHROMIUM_ARGS, `--remote-debugging-port=${port}`],
  })
  try {
    const run = await lighthouse(url, { port, onlyCategories: [...CATEGORIES], logLevel: 'error' })
    if (!run) throw new Error(`Lighthouse gave nothing for ${url}`)
    return run.lhr
  } finally {
    await browser.close()
  }
}

function scoreOf(result: Result, category: Category): number {
  return result.categories[category]?.score ?? 0
}

/** What cost points, so that it can be mended. */
function weaknesses(result: Result, category: Category): readonly string[] {
  const refs = result.categories[category]?.auditRefs ?? []
  return refs.flatMap(({ id, weight }) => {
    const audit = result.audits[id]
    const isWeak = weight > 0 && audit && audit.score !== null && audit.score < 1
    return isWeak ? [`    ${id}: ${audit.displayValue ?? audit.title}`] : []
  })
}

/** Prints one page's scores; true where every goal is reached. */
function report(page: string, results: readonly Result[]): boolean {
  console.log(`\n/${page}`)
  const reached = CATEGORIES.map((category) => {
    const score = median(results.map((result) => scoreOf(result, category)))
    const isReached = score >= GOALS[category]
    console.log(`${isReached ? 'ok    ' : 'FAILED'} ${category.padEnd(15)} ${score.toFixed(2)}`)
    const [last] = results
    if (!isReached && last) for (const line of weaknesses(last, category)) console.log(line)
    return isReached
  })
  return reached.every(Boolean)
}

async function measurePage(url: string): Promise<readonly Result[]> {
  const results: Result[] = []
  for (let run = 0; run < RUNS; run++) results.push(await measure(url))
  return results
}

const built = buildApp('lighthouse')
const server = await serveFolder(built.folder)
const reached: boolean[] = []
try {
  for (const page of PAGES) reached.push(report(page, await measurePage(server.url + page)))
} finally {
  await server.close()
  built.remove()
}
process.exitCode = reached.every(Boolean) ? 0 : 1
