import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { inDigits, markdownTable } from '../table.ts'
import { type PageName, PAGES } from './pages.ts'
import { SLOW, type Seen } from './phone.ts'
import { medianOf, rowsOf, visitsOf, type Work, WORKS } from './rows.ts'
import { tableOf } from './table.ts'
import { type Round, SETTLED_MS, type Visit } from './visits.ts'

export interface Outcome {
  readonly rounds: readonly Round[]
  /** Of the browser. */
  readonly version: string
  /** How many processes wanted a core when it began: what else the machine was doing. */
  readonly load: number
}

/** Writes bench/web/RESULTS.md: nothing in it is typed by hand. */
export function writeResults(outcome: Outcome): void {
  writeFileSync(join(import.meta.dirname, 'RESULTS.md'), `${resultsText(outcome)}\n`)
}

/** The tables alone, for the screen. */
export function tablesOf(rounds: readonly Round[]): string {
  return [tableOf(rowsOf(rounds)), bytesTable(rounds), timesTable(rounds)].join('\n\n')
}

function resultsText({ rounds, version, load }: Outcome): string {
  return [
    '# How soon the plan is on the screen',
    `Written by \`npm run bench:web\` on ${today()}: ${machine()}, Chromium ${version}, load ${inDigits(load)} at the start.`,
    tableOf(rowsOf(rounds)),
    methodOf(rounds),
    '## Bytes sent',
    bytesTable(rounds),
    BYTES,
    '## Where the time goes',
    timesTable(rounds),
    timesText(rounds),
  ].join('\n\n')
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function machine(): string {
  const [first] = cpus()
  return `${cpus().length} cores, ${first?.model.trim() ?? 'model unknown'}, Node ${process.versions.node}`
}

function methodOf(rounds: readonly Round[]): string {
  return `A ratio is theirs to ours: above 1 we are sooner. It is the median of the ratios of ${rounds.length} rounds; in a round all three pages are
opened one after another, each round beginning with another one. A time is from the start of the navigation until the plan's main heading is painted,
by the browser's own element timing. Before anything is timed, all three show the same lines: the heading, the first tasks, when what opens.

- **The phone** is Chromium with ${SLOW.megabitsPerSecond} Mbit/s, ${SLOW.roundTripMs} ms from request to answer and a processor made ${SLOW.cpuSlowdown} times slower (seen: ${inDigits(medianOf(rounds, slowdownOf))} times), through its own
  protocol. It slows the page alone, which flatters us twice: not our service worker, and not the opening of connections, which would add the
  same to each cold visit and bring the ratios nearer to 1.
- **cold**: a profile that has never fetched the page, and holds the session. **repeat**: the same profile at its second visit, the browser
  started anew in between and the clock ten minutes on: our service worker has to start too. Our app then shows the Today that it drew ahead at the
  last visit (of up to 24 hours, only where record, version, language and zone are the same), and draws over it once it has computed it. Before either the browser has shown a page of another site; after
  either the page is left ${SETTLED_MS / 1000} seconds to settle, in which our app draws that Today and keeps itself for use without a network.
- **All three** come from one local server: Brotli for all, a year's cache for names with a hash, \`no-cache\` and an ETag for the rest.
- **server-rendered** is one document as a person would write it: the plan in HTML, a few styles within, no script, no font.
- **react-fhir** is React 19, Mantine with its styles, Medplum's client, provider and \`useResource\`, bundled by esbuild. It fetches a lean CarePlan, the
  times in words. Without login, router, navigation or icons, and with the folded tasks not drawn, which flatters it.
- **ours** computes the plan from the whole ledger at the first visit, with navigation, icons and its own font.`
}

const BYTES = `Bodies as sent, compressed. After its first visit our app fetches what it needs to work without a network: every screen, every language.`

/** Where the page itself leaves the processor alone. */
function slowdownOf({ cold }: Round): number {
  return cold['server-rendered'].slowdown
}

function bytesTable(rounds: readonly Round[]): string {
  const bytes = (read: (round: Round) => number) =>
    Math.round(medianOf(rounds, read)).toLocaleString('en-US')
  const body = PAGES.map((page) => [
    page,
    bytes(({ cold }) => bytesBefore(cold[page])),
    bytes(({ cold }) => cold[page].sentBytes),
    bytes(({ repeat }) => repeat[page].sentBytes),
  ])
  return markdownTable([['page', 'until visible', 'first visit in all', 'repeat'], ...body], 1)
}

function bytesBefore({ files }: Seen): number {
  return files.reduce((sum, file) => sum + file.bytes, 0)
}

function timesTable(rounds: readonly Round[]): string {
  const head = ['work', 'page', 'page here', 'all here', 'visible', 'layout', 'main thread']
  const body = WORKS.flatMap((work) => PAGES.map((page) => timesRow(rounds, work, page)))
  return markdownTable([head, ...body], 2)
}

function timesRow(rounds: readonly Round[], work: Work, page: PageName): readonly string[] {
  const ms = (read: (visit: Visit) => number) =>
    inDigits(Math.round(medianOf(rounds, (round) => read(visitsOf(round, work)[page]))))
  return [
    work,
    page,
    ms(({ files }) => files[0]?.hereMs ?? 0),
    ms(({ files }) => Math.max(...files.filter(isNeeded).map(({ hereMs }) => hereMs))),
    ms(({ visibleMs }) => visibleMs),
    ms(({ spent }) => spent.layoutMs),
    ms(({ spent }) => spent.allMs),
  ]
}

/** What the plan waits for: not its font, which is exchanged when it comes, nor the icon in the browser's frame. */
function isNeeded({ path }: { readonly path: string }): boolean {
  return !/\.(woff2|svg|png|webmanifest)$/.test(path)
}

function timesText(rounds: readonly Round[]): string {
  const ms = (read: (round: Round) => number) =>
    `${inDigits(Math.round(medianOf(rounds, read)))} ms`
  return `Milliseconds: when the document and all that the plan waits for was there, when it was visible, and what the page's main thread had worked by then.

- our app's first paint, the plan not yet in it: cold ${ms(({ cold }) => cold.ours.firstPaintMs)}, repeat ${ms(({ repeat }) => repeat.ours.firstPaintMs)}
- from asking our service worker to the document: ${ms(({ repeat }) => (repeat.ours.files[0]?.hereMs ?? 0) - repeat.ours.workerMs)}
- our app on a phone that has never seen it, from the tap on a link, with the question whether to open it answered at once: ${ms(({ link }) => link.visibleMs)}`
}
