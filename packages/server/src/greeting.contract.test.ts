import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDemo, demoBar } from './demo.ts'
import { greeting } from './greeting.ts'
import { newClinic, openTestServer, type TestServer } from './testing/harness.ts'

describe('what a server says at its start', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer('embedded')
  })
  afterAll(async () => {
    await server.close()
  })

  it('warns where nobody is told by mail, and ends with the address and the link', async () => {
    const lines = (await greeting(server.deps, null)).split('\n')
    expect(lines.length).toBeLessThan(12)
    expect(lines).toContain(
      'Warning: no mail is set (SMTP_URL). Urgent check-ins alert nobody by mail.',
    )
    expect(lines).toContain(`Afterglow is at ${server.deps.baseUrl}/`)
    expect(lines).toContain(`The clinic’s console is at ${server.deps.baseUrl}/clinic.html`)
    expect(lines.at(-2)).toContain(`${server.deps.baseUrl}/clinic.html#/set-up/`)
    const config = { ...server.deps.config, SMTP_URL: 'smtp://localhost' }
    expect(await greeting({ ...server.deps, config }, null)).not.toContain('Warning')
  })

  it('says that phones cannot reach a server of this machine alone, and what to set', async () => {
    const at = (baseUrl: string) => greeting({ ...server.deps, baseUrl }, null)
    expect(await at('http://localhost:4173')).toContain('Phones cannot reach this address')
    expect(await at('http://127.0.0.1:4173')).toContain('AFTERGLOW_URL')
    expect(await at('https://care.example')).not.toContain('Phones')
  })

  it('tells the sign-in of a made-up clinic once, and then how to begin anew', async () => {
    expect(await demoBar(server.deps)).toEqual([])
    const told = await addDemo(server.deps)
    expect(told).toMatch(/owner@demo\.example, password \S{16} \(shown this/)
    expect(told).toContain(`${server.deps.baseUrl}/clinic.html`)
    expect(await demoBar(server.deps)).toEqual([])
    const again = await addDemo(server.deps)
    expect(again).toContain(`remove the folder ${server.deps.config.AFTERGLOW_DATA}`)
    expect(again).not.toMatch(/password \S{16} /)
    expect(await greeting(server.deps, again)).not.toContain('#/set-up/')
  })
})

describe('a made-up clinic', () => {
  it('is not added to a database that holds a clinic', async () => {
    const server = await openTestServer('embedded')
    const clinicId = await newClinic(server)
    const owner = {
      name: 'Noor Rahimi',
      email: 'noor@clinic.example',
      password: 'heron lantern 48',
    }
    await server.deps.staffAuth.createOwner({ ...owner, clinicId, clinicName: 'C' })
    expect(await demoBar(server.deps)).toMatchObject([{ expression: '--demo' }])
    await server.close()
  })
})
