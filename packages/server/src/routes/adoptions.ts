import { diffProtocols, formatInstant, toWire } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import { changesForm } from '../care/adoption-changes.ts'
import { draftAdoption } from '../care/adoption-draft.ts'
import { previewAdoption } from '../care/adoption-preview.ts'
import { type Adoption, listAdoptions, newestAdoption } from '../care/adoption-record.ts'
import { countOlder } from '../care/adoption-repin.ts'
import { isWhole, OTHER_CURSOR, pageOf, pageQuery, readCursor } from '../http/page.ts'
import { created, done, invalidAt, notFound, refused, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, type Route, STAFF } from '../http/route.ts'
import { readClinic } from '../store/clinic-settings.ts'
import { inScope } from '../store/database.ts'
import {
  adoptionOfPath,
  applied,
  basePins,
  mayPublish,
  overtaken,
  publishAgain,
  publishNew,
  sayer,
} from './adopting.ts'
import { anyForm, listForm } from './forms.ts'

const PUBLISHERS = ['owner', 'clinician'] as const
const applyForm = z.enum(['new', 'running'])
const draftForm = z.strictObject({
  changes: changesForm,
  base: z.array(z.string().max(100)).min(1).max(10).optional(),
  protocol: z.string().max(80).optional(),
})

/** What whoever publishes has seen: somebody else's next number is not taken back unseen. */
const afterForm = z
  .int()
  .min(0)
  .optional()
  .describe(
    'The newest number that was looked at, 0 before the first; where there is a newer one nothing is published',
  )

function adoptionJson({ content, publishedAt, ...adoption }: Adoption): object {
  return { ...adoption, ...content, publishedAt: formatInstant(publishedAt, 'UTC') }
}

const list = defineRoute(
  {
    method: 'get',
    path: '/adoptions',
    summary: 'How the clinic has fitted the protocols to its own, the newest first',
    tag: 'Protocols',
    access: STAFF,
    action: 'adoption.list',
    query: pageQuery,
    replies: { 200: listForm },
  },
  async ({ trx, clinicId, query }) => {
    const place = readCursor(query.cursor, [isWhole])
    if (place === undefined) return OTHER_CURSOR
    const before = place?.[0] ?? null
    const rows = await listAdoptions(trx, clinicId, { before, limit: query.limit + 1 })
    const { items, next } = pageOf(rows, query.limit, ({ number }) => [number])
    return done({ items: items.map(adoptionJson), next })
  },
)

const current = defineRoute(
  {
    method: 'get',
    path: '/adoptions/current',
    summary: 'What new plans get, and how many running plans have something older',
    tag: 'Protocols',
    access: STAFF,
    action: 'adoption.current',
    replies: { 200: anyForm },
  },
  async ({ trx, deps, clinicId, at }) => {
    const adoption = await newestAdoption(trx, clinicId)
    if (adoption === null)
      return done({ number: 0, protocols: deps.shelf.current, changes: null, older: 0 })
    const older = await countOlder(trx, { clinicId, adoption, at })
    return done({ ...adoptionJson(adoption), older })
  },
)

const preview = defineRoute(
  {
    method: 'post',
    path: '/adoptions/preview',
    summary: 'What changes would do: rule by rule, and to which running plans. Nothing is written',
    tag: 'Protocols',
    access: PUBLISHERS,
    action: 'adoption.preview',
    asks: true,
    // All of a clinic's plans, by short transactions: everybody else is served meanwhile.
    apart: true,
    body: draftForm,
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const { deps, clinicId, at, body } = call
    const { changes, protocol } = body
    const drafted = await inScope(deps.db, { clinicId }, async (trx) => {
      const base = await basePins({ trx, deps }, body.base)
      if (base === null) return null
      const clinic = await readClinic(trx, clinicId)
      const asked = { clinic, base, protocol, changes, by: sayer(call) }
      return { clinic, draft: await draftAdoption(trx, deps, asked) }
    })
    if (drafted === null) return unknownBase()
    const { clinic, draft } = drafted
    if (!draft.ok) return done({ issues: draft.issues, diff: null, plans: null })
    const { changed } = draft.value
    const { plans, ...counts } = await previewAdoption(deps, {
      clinicId,
      draft: draft.value,
      at,
    })
    call.note(counts)
    return done({
      issues: [],
      diff: { ...diffProtocols(changed.base, changed.derived), shorten: changes.shorten },
      plans: { ...counts, first: toWire(plans, clinic.zone) },
    })
  },
)

const publish = defineRoute(
  {
    method: 'post',
    path: '/adoptions',
    summary: 'Publish changes as the clinic’s next version, for new plans or for running ones too',
    tag: 'Protocols',
    access: PUBLISHERS,
    namedPerson: true,
    action: 'adoption.publish',
    body: z.strictObject({ ...draftForm.shape, apply: applyForm, after: afterForm }),
    replies: { 201: anyForm },
  },
  async (call): Promise<Reply> => {
    const { changes, protocol, after } = call.body
    const barred = (await overtaken(call, after)) ?? (await mayPublish(call, call.trx, changes))
    if (barred) return barred
    const base = await basePins(call, call.body.base)
    if (base === null) return unknownBase()
    const told = { base, protocol, changes, apply: call.body.apply }
    const published = await publishNew(call, told)
    return published.ok ? answered(call, published.value) : refused(published.issues)
  },
)

const rollback = defineRoute(
  {
    method: 'post',
    path: '/adoptions/{number}/rollback',
    summary: 'Publish what an older number held as the next one',
    tag: 'Protocols',
    access: PUBLISHERS,
    namedPerson: true,
    action: 'adoption.rollback',
    body: z.strictObject({ apply: applyForm, after: afterForm }),
    replies: { 201: anyForm },
  },
  async (call): Promise<Reply> => {
    const older = await adoptionOfPath(call, 'number')
    if (older === null) return notFound('adoption')
    const { changes } = older.content
    const barred =
      (await overtaken(call, call.body.after)) ?? (await mayPublish(call, call.trx, changes))
    if (barred) return barred
    return answered(call, await publishAgain(call, older, call.body.apply))
  },
)

const apply = defineRoute(
  {
    method: 'post',
    path: '/adoptions/{number}/apply',
    summary:
      'Give a number to every running plan that has an older one; what was begun is gone on with',
    tag: 'Protocols',
    access: PUBLISHERS,
    namedPerson: true,
    action: 'adoption.apply',
    apart: true,
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const { deps, clinicId } = call
    const asked = await inScope(deps.db, { clinicId }, async (trx) => {
      const adoption = await adoptionOfPath({ ...call, trx }, 'number')
      if (adoption === null) return notFound('adoption')
      return (await mayPublish(call, trx, adoption.content.changes)) ?? adoption
    })
    if ('kind' in asked) return asked
    const adoption = asked
    const repinned = await applied(call, adoption)
    call.note({ number: adoption.number, ...repinned })
    return done(repinned)
  },
)

/** The answer is that it was published; running plans get it once that is kept, batch by batch. */
function answered(call: Call, adoption: Adoption): Reply {
  call.note({ number: adoption.number, apply: adoption.content.apply })
  if (adoption.content.apply === 'running') call.afterwards(() => appliedLater(call, adoption))
  return created(adoptionJson(adoption))
}

/** It is published whatever becomes of this: what is left is told by `older`, and gone on with by asking again. */
async function appliedLater(call: Call, adoption: Adoption): Promise<void> {
  try {
    await applied(call, adoption)
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error
    call.deps.log.error({ number: adoption.number, error: name }, 'running plans not all repinned')
  }
}

const diff = defineRoute(
  {
    method: 'get',
    path: '/adoptions/{from}/diff/{to}',
    summary: 'What differs between two numbers, rule by rule; 0 is what is published for everybody',
    tag: 'Protocols',
    access: STAFF,
    action: 'adoption.diff',
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const [from, to] = [await versionOf(call, 'from'), await versionOf(call, 'to')]
    if (from === null || to === null) return notFound('adoption')
    const protocols = to.protocols.flatMap((is) => {
      const was = from.protocols.find(({ code }) => code === is.code)
      return was ? [{ code: is.code, ...diffProtocols(was, is) }] : []
    })
    return done({ protocols, shorten: { from: from.shorten, to: to.shorten } })
  },
)

async function versionOf(call: Call, name: string) {
  const { trx, deps, params } = call
  const adoption = params[name] === '0' ? undefined : await adoptionOfPath(call, name)
  if (adoption === null) return null
  const pins = adoption?.protocols ?? deps.shelf.current
  const { protocols } = await deps.shelf.libraryOf(trx, pins)
  return { protocols, shorten: adoption?.content.changes.shorten ?? [] }
}

function unknownBase(): Reply {
  return invalidAt('base', 'holds the hash of no version that is published for everybody')
}

export const ADOPTION_ROUTES: readonly Route[] = [
  list,
  current,
  preview,
  publish,
  rollback,
  apply,
  diff,
]
