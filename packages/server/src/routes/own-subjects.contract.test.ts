import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Ask,
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  staff,
  type TestServer,
} from '../testing/harness.ts'

const subject = (code: string, name: string, position: object) => ({
  subject: `clinic-${code}`,
  names: { en: name },
  positions: [position],
})
const OWN = {
  subjects: [
    subject('hydraglow', 'HydraGlow moisturiser', { stance: 'avoid', until: 'P7D' }),
    subject('zupa', 'Zupa broth', { stance: 'allow' }),
    subject('retinol-tea', 'Retinol fever tea', { stance: 'allow' }),
    subject('tonight', 'Tonight', { stance: 'allow' }),
  ],
}

describe.each(DATABASES)('what a clinic has of its own, on %s', (kind) => {
  let server: TestServer
  let ask: Ask
  let patientId: string
  beforeAll(async () => {
    server = await openTestServer(kind)
    const clinicId = await newClinic(server)
    ask = askingAs(server, staff(clinicId, 'clinician'))
    const told = await ask('POST', '/adoptions', { changes: OWN, apply: 'new' })
    if (told.status !== 201) throw new Error(JSON.stringify(told.body))
    patientId = (await newPatientWithSession(server, clinicId)).patientId
  })
  afterAll(() => server.close())

  const asked = async (q: string) => (await ask('POST', `/patients/${patientId}/ask`, { q })).body
  const labelled = async (product: string) => {
    const body = { product, ingredients: 'Aqua, Glycerin, Panthenol' }
    return (await ask('POST', `/patients/${patientId}/label`, body)).body
  }

  it('is answered by its plan where a message names it, and never by what is broader', async () => {
    expect((await asked('can i use moisturiser tonight')).status).toBe('recommended')
    const own = await asked('can i use hydraglow moisturiser tonight')
    expect(own.status).toBe('avoid')
    expect(own.parts).toContainEqual(
      expect.objectContaining({
        subject: 'clinic-hydraglow',
        opensAt: '2026-11-29T11:00:00+04:00',
      }),
    )
    expect(own.text).toContain('HydraGlow moisturiser')
    expect((await asked('can i have zupa broth')).status).toBe('allowed')
  })

  it('is for the clinic where its name is not said as it is', async () => {
    expect((await asked('is hydraglo ok')).status).toBe('avoid')
    expect((await asked('can i have the zuppa')).status).toBe('ask-clinic')
    expect((await asked('can i have the soup')).kind).toBe('unknown')
  })

  it('opens nothing by a name that holds what is shut, a sign, or a turn of a question', async () => {
    expect((await asked('can i have retinol fever tea')).status).toBe('avoid')
    expect((await asked('i have a fever after retinol fever tea')).kind).toBe('triage')
    expect((await asked('can i donate blood tonight')).kind).toBe('unknown')
  })

  it('decides about a product of that name', async () => {
    expect((await labelled('Bland moisturiser')).verdict).toBe('ok')
    const own = await labelled('HydraGlow Moisturiser')
    expect(own.verdict).toBe('avoid')
    expect(own.opensAt).toBe('2026-11-29T11:00:00+04:00')
    expect((await labelled('Zuppa moisturiser')).verdict).toBe('ask-clinic')
  })

  it('has no name that another subject has, in whatever language or spelling', async () => {
    const taken = async (names: object) => {
      const changes = { subjects: [{ ...subject('own', '', { stance: 'ask' }), names }] }
      const { body } = await ask('POST', '/adoptions/preview', { changes })
      return body.issues.map((one: { expression: string }) => one.expression)
    }
    expect(await taken({ en: 'MAKEUP' })).toEqual(['changes.subjects[0].names.en'])
    expect(await taken({ es: 'lip-makeup' })).toEqual(['changes.subjects[0].names.es'])
    expect(await taken({ en: 'Peat wrap' })).toEqual([])
  })
})
