import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { asking, type ClinicServer, type Member } from '../../scripts/clinic-server.ts'
import { fill } from '../../scripts/filled-clinic.ts'
import { type Looking, lookAt } from './axe.ts'
import { listOf } from './clinic-steps.ts'
import type { Shown } from './console-screens.ts'
import { appears } from './steps.ts'

/** Fills the made-up clinic, and names what there is to look at. */
export async function filledClinic(server: ClinicServer, owner: Member): Promise<Shown> {
  const filled = await fill(server, owner)
  const ask = asking(server, owner)
  await ask('POST', '/v1/patients', { name: 'Anna Kowalski', email: 'anna@patient.example' })
  await ask('POST', '/v1/api-keys', { name: 'Booking', role: 'front-desk' })
  await ask('POST', '/v1/webhook-sources', { name: 'Booking' })
  await ask('POST', '/v1/team/invitations', { email: 'ama@clinic.example', roles: ['clinician'] })
  const [receipt] = await listOf(server, owner, `/patients/${filled.patientId}/receipts`)
  return { ...filled, receiptId: String(receipt?.['receiptId']) }
}

/** Until the console has what it asked for, and shows it. */
const SETTLED = `(async () => {
  const paint = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  const asked = () => performance.getEntriesByType('resource').length
  const before = asked()
  for (let k = 0; k < 4; k++) await paint()
  const isWaiting = [...document.querySelectorAll('main p.quiet')].some((one) => /…$/.test(one.textContent))
  return document.querySelector('main h1') !== null && !isWaiting && asked() === before
})()`

export async function untilSettled(page: Page): Promise<void> {
  await appears(page.locator('main h1').first())
  await expect.poll(() => page.evaluate<boolean>(SETTLED)).toBe(true)
}

/** By its address, as a bookmark would. */
export async function openScreen(page: Page, screen: string): Promise<void> {
  await page.evaluate(`location.hash = '#/${screen}'`)
  await untilSettled(page)
}

/** What is wrong on each of the console's screens. */
export async function lookAtEach(
  page: Page,
  screens: readonly string[],
  looking?: Looking,
): Promise<readonly string[]> {
  await openScreen(page, 'no-such-screen')
  const nothing = await page.locator('main h1').first().innerText()
  const found: string[] = []
  for (const screen of screens) {
    await openScreen(page, screen)
    const isThere = (await page.locator('main h1').first().innerText()) !== nothing
    if (!isThere) found.push(`${screen}: no such screen`)
    found.push(...(await troubles(page, screen, looking)))
  }
  return found
}

/** The same where nobody is signed in: there every other address shows the sign-in. */
export async function lookAtDoors(
  page: Page,
  doors: readonly string[],
  looking?: Looking,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const door of doors) {
    await openScreen(page, door)
    found.push(...(await troubles(page, door, looking)))
  }
  return found
}

async function troubles(page: Page, screen: string, looking?: Looking): Promise<readonly string[]> {
  const found = await lookAt(page, looking)
  return found.map((trouble) => `${screen}: ${trouble}`)
}
