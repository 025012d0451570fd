import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { asking, type Member, newClinic } from '../../scripts/clinic-server.ts'
import { addPatient, listOf } from './clinic-steps.ts'
import { useClinic } from './open-clinic.ts'
import { appears, isHeaded } from './steps.ts'

const { open, owner, server } = useClinic()

/** Everything that the page has been told by the server since it was opened, as text. */
function listened(page: Page): { readonly text: () => Promise<string> } {
  const bodies: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().includes('/api/')) bodies.push(response.text().catch(() => ''))
  })
  return { text: async () => (await Promise.all(bodies)).join('\n') }
}

interface Other {
  readonly member: Member
  readonly patientId: string
  readonly alertId: string
  readonly receiptId: string
}

/** Another clinic on the same server, with a patient, an alert and a receipt. */
async function otherClinic(): Promise<Other> {
  const member = await newClinic(server(), 'Hillside')
  const patientId = await addPatient(server(), member, { name: 'Ingrid Solberg' })
  const ask = asking(server(), member)
  await ask('POST', `/v1/patients/${patientId}/check-ins`, {
    symptoms: [{ name: 'purulent-discharge', severity: 'moderate' }],
  })
  const { receiptId } = await ask('POST', `/v1/patients/${patientId}/receipts`, { kind: 'sheet' })
  const [alert] = await listOf(server(), member, '/alerts')
  return { member, patientId, alertId: String(alert?.['alertId']), receiptId: String(receiptId) }
}

it('shows nothing of another clinic at any address that somebody types', async () => {
  const { patientId, alertId, receiptId } = await otherClinic()
  const page = await open({ path: 'clinic.html', who: owner() })
  await appears(page.getByRole('navigation', { name: 'Main' }))
  const told = listened(page)
  const addresses = [
    `#/patients/${patientId}`,
    ...['plan', 'course', 'photos', 'messages', 'record'].map(
      (part) => `#/patients/${patientId}/${part}`,
    ),
    `#/patients/${patientId}/receipts/${receiptId}`,
    `#/sheet/${patientId}`,
    `#/new-session/${patientId}`,
    `#/inbox/${alertId}`,
    `#/series/${patientId}`,
  ]
  for (const address of addresses) {
    await page.evaluate(`location.hash = ${JSON.stringify(address)}`)
    await appears(page.locator('main h1').first())
    await page.waitForLoadState('networkidle')
    expect(await page.locator('body').innerText(), address).not.toMatch(/Ingrid|Solberg/)
  }
  expect(await told.text()).not.toMatch(/Ingrid|Solberg|purulent/)
})

it('shows the same of what another clinic has and of what nobody has', async () => {
  const { patientId } = await otherClinic()
  const page = await open({ path: `clinic.html#/patients/${patientId}`, who: owner() })
  expect(await isHeaded(page, 'There is no such page')).toBe(true)
  await page.evaluate(`location.hash = '#/patients/${crypto.randomUUID()}'`)
  expect(await isHeaded(page, 'There is no such page')).toBe(true)
})

it('asks whoever is not signed in to sign in, at every address', async () => {
  const patientId = await addPatient(server(), owner(), { name: 'Aisha Rahman' })
  const page = await open({ path: `clinic.html#/patients/${patientId}`, who: null })
  await appears(page.getByRole('button', { name: 'Sign in', exact: true }))
  expect(await page.locator('body').innerText()).not.toContain('Aisha')
})
