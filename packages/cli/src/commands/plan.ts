import { writeFileSync } from 'node:fs'
import { datePlan, parseSession, sealPlan, toWire } from '@afterglow/engine'
import { both, type Care, careOf, done, type Outcome, refuse, trouble } from '@afterglow/ledger'
import type { Answer } from '../answer.ts'
import type { Asker } from '../ask.ts'
import { readCare, readInstant, readLibrary, type Request } from '../care.ts'
import { ASK } from '../copy-ask.ts'
import { noWords } from '../flags.ts'
import { interview, sessionOf } from '../interview.ts'
import { entriesAt } from '../render/entries.ts'
import { signsNow } from '../render/now.ts'
import { planPage } from '../render/plan-page.ts'
import { viewOf } from '../render/view.ts'

/** `afterglow plan`: everything, today first; without a file and at a terminal, six questions before. */
export async function plan(request: Request): Promise<Outcome<Answer>> {
  const { flags, io } = request
  const stray = noWords(request, (word) => `a session file is given by: --session ${word}`)
  if (!stray.ok) return stray
  if (flags.session === undefined && !flags.json)
    return io.asker
      ? askedPlan(request, io.asker)
      : refuse(trouble('--session', 'required', ASK.noFile))
  const care = await readCare(request)
  return care.ok ? done(planAnswer(care.value, request)) : care
}

function planAnswer(care: Care, request: Request): Answer {
  return {
    text: (look) => planPage(viewOf(care, look, request)),
    json: () =>
      toWire(
        { ...sealPlan(care.plan), remarks: care.remarks, at: care.at, today: todayOf(care) },
        care.zone,
      ),
  }
}

/** What a person sees of the plan at `at`: the answers, a broader subject standing for those that say the same. */
function todayOf(care: Care): unknown {
  return {
    signs: signsNow(datePlan(care.plan), care.at),
    answers: entriesAt(care.plan, care.at, care.texts).map(({ verdict, next }) => ({
      subject: verdict.subject,
      status: verdict.status,
      since: verdict.since,
      opensAt: verdict.opensAt,
      nextChangeAt: verdict.nextChangeAt,
      next,
      governing: verdict.governing?.id ?? null,
    })),
  }
}

async function askedPlan(request: Request, asker: Asker): Promise<Outcome<Answer>> {
  const { io } = request
  const read = both(readLibrary(request), readInstant(request))
  if (!read.ok) return read
  const [library, at] = read.value
  const answers = await interview(asker)
  if (!answers) return done({ text: () => `${ASK.stopped}\n`, json: () => null })
  const place = { zone: io.zone, now: at }
  const file = sessionOf(answers, place)
  const session = parseSession(file)
  if (!session.ok) return session
  const answer = planAnswer(careOf(library, { session: session.value, unread: [] }, at), request)
  return done({
    ...answer,
    after: async () => io.complain(await saved(file, asker)),
  })
}

/** Offers to save the session, as often as a name cannot be written; a file that exists is never written over. */
async function saved(session: object, asker: Asker): Promise<string> {
  let problem: string | undefined
  for (;;) {
    const name = await asker.askWhereToSave(ASK.saveName, problem)
    if (name === undefined) return ''
    problem = writeNew(name, `${JSON.stringify(session, null, 2)}\n`)
    if (problem === undefined) return `${ASK.saved(name)}\n`
  }
}

/** Writes a file that is not there yet; else what stops it. */
function writeNew(name: string, text: string): string | undefined {
  try {
    writeFileSync(name, text, { flag: 'wx' })
    return undefined
  } catch (error) {
    const why = reasonOf(error)
    return why === 'EEXIST' ? ASK.exists(name) : ASK.notSaved(name, why)
  }
}

/** The system's own word for it, such as ENOENT. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code)
  return String(error)
}
