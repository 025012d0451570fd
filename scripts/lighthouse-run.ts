import lighthouse, { type Result } from 'lighthouse'
import { type BrowserContext, chromium } from 'playwright-core'
import { median } from '../bench/measure.ts'
import { CHROMIUM_ARGS, requireChromium } from './chromium.ts'
import { freePort } from './free-port.ts'

/** The least score of each category that a page has to have. */
export type Goals = Readonly<Record<string, number>>

export interface OpenBrowser {
  readonly context: BrowserContext
  /** Where Lighthouse finds the browser. */
  readonly port: number
}

/** A browser whose one profile Lighthouse shares: who is signed in in it is so on the page that is measured. */
export async function openBrowser(): Promise<OpenBrowser> {
  const port = await freePort()
  const context = await chromium.launchPersistentContext('', {
    executablePath: requireChromium(),
    args: [...CHROMIUM_ARGS, `--remote-debugging-port=${port}`],
  })
  return { context, port }
}

/** As on a slow phone; what the browser keeps of the page stays. */
export async function measure(url: string, port: number, goals: Goals): Promise<Result> {
  const run = await lighthouse(url, {
    port,
    onlyCategories: Object.keys(goals),
    logLevel: 'error',
    disableStorageReset: true,
  })
  if (!run) throw new Error(`Lighthouse gave nothing for ${url}`)
  const { runtimeError } = run.lhr
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`)
  return run.lhr
}

/** Prints one page's scores, the median of its runs; true where every goal is reached. */
export function report(page: string, results: readonly Result[], goals: Goals): boolean {
  console.log(`\n/${page}`)
  const reached = Object.entries(goals).map(([category, goal]) => {
    const score = median(results.map((result) => result.categories[category]?.score ?? 0))
    const isReached = score >= goal
    console.log(`${isReached ? 'ok    ' : 'FAILED'} ${category.padEnd(15)} ${score.toFixed(2)}`)
    const [first] = results
    if (!isReached && first) for (const line of weaknesses(first, category)) console.log(line)
    return isReached
  })
  return reached.every(Boolean)
}

/** What cost points, so that it can be mended. */
function weaknesses(result: Result, category: string): readonly string[] {
  const refs = result.categories[category]?.auditRefs ?? []
  return refs.flatMap(({ id, weight }) => {
    const audit = result.audits[id]
    const isWeak = weight > 0 && audit && audit.score !== null && audit.score < 1
    return isWeak ? [`    ${id}: ${audit.displayValue ?? audit.title}`] : []
  })
}
