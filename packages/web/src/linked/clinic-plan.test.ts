import { applyPlan, type Protocol, parseSession, sealPlan } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { createAsk } from './ask.ts'
import { readClinicPlan } from './clinic-plan.ts'
import { hashesOf, ledgerOf } from './ledger.ts'

const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const protocols = ledgers.value.map(({ protocol }) => protocol)
/** As the build makes it: without what authors alone read. */
const builtIn = ledgerOf(
  protocols.map((one, k) => ({ ...one, texts: {}, hash: hashesOf(ledgerOf(protocols))[k] ?? '' })),
)
/** A clinic's own version: another title is another hash. */
const own = protocols.map((one): Protocol => ({ ...one, title: 'Riverside' }))

const WIRE = {
  zone: 'Asia/Dubai',
  procedures: [
    { id: 'p1', code: 'microneedling', endedAt: '2026-11-22T10:45:00+04:00', device: 'pen' },
  ],
  patient: { medicines: [], history: [] },
  events: [],
}

function serverOf(published: readonly Protocol[]) {
  const { versions } = ledgerOf(published).planner()
  const ask = createAsk(async (path) => {
    const place = versions.findIndex(({ hash }) => path.endsWith(hash))
    const found = { protocol: published[place] }
    return Response.json(found, { status: place < 0 ? 404 : 200 })
  })
  return { ask, patientId: 'b1', builtIn, kept: [], versions }
}

/** What the server says of a plan of these protocols. */
function answerOf(published: readonly Protocol[], wire: unknown = WIRE) {
  const parsed = parseSession(WIRE)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const { planner } = ledgerOf(published)
  const planHash = sealPlan(applyPlan(planner(), parsed.value)).hash
  return { session: wire, protocols: planner().versions, planHash }
}

describe('readClinicPlan', () => {
  it('plans with the app’s own protocols where the plan is pinned to them, and agrees with the server', async () => {
    const plan = await readClinicPlan(serverOf(protocols), answerOf(protocols))
    expect(plan).toMatchObject({ isUnsure: false, hasOwnLedger: false })
    expect(plan?.ledger).toBe(builtIn)
  })

  it('plans with the clinic’s own version where it is pinned to that one', async () => {
    const plan = await readClinicPlan(serverOf(own), answerOf(own))
    expect(plan).toMatchObject({ isUnsure: false, hasOwnLedger: true })
    expect(plan && hashesOf(plan.ledger)).toEqual(plan?.pins)
  })

  it('trusts nothing where the server has another plan', async () => {
    const answer = { ...answerOf(protocols), planHash: 'sha256:another' }
    expect(await readClinicPlan(serverOf(protocols), answer)).toMatchObject({ isUnsure: true })
  })

  it('trusts nothing where it cannot read the session', async () => {
    const strange = { ...WIRE, procedures: [{ id: 'p1', code: 'microneedling', endedAt: 'soon' }] }
    const plan = await readClinicPlan(serverOf(protocols), answerOf(protocols, strange))
    expect(plan).toMatchObject({ isUnsure: true, session: null })
  })

  it('leaves what is here where a protocol cannot be had now', async () => {
    const place = { ...serverOf(own), ask: createAsk(() => Promise.reject(new TypeError())) }
    expect(await readClinicPlan(place, answerOf(own))).toBeUndefined()
  })
})
