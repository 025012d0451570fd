import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { asking } from '../../scripts/clinic-server.ts'
import { addPatient, listOf } from './clinic-steps.ts'
import { countedKeys, type Keyboard } from './key-count.ts'
import { useClinic } from './open-clinic.ts'
import { appears, isHeaded } from './steps.ts'

const { open, owner, server } = useClinic()

const WEEKS = 7 * 24

/** The browser's own dialog would stop the page: it is counted instead, and so is whatever points. */
const WATCH = `Object.assign(globalThis, {
  prints: 0,
  points: 0,
  keysDown: 0,
  print: () => globalThis.prints++,
})
addEventListener('pointerdown', () => globalThis.points++, true)
addEventListener('keydown', () => globalThis.keysDown++, true)`

async function openToday() {
  const page = await open({ path: 'clinic.html#/today', who: owner() })
  await page.evaluate(WATCH)
  await appears(page.locator('main h1'))
  return { page, keys: countedKeys(page) }
}

/** Types a name, sees who is on record, and takes the first that is offered. */
async function choose({ page, keys }: Awaited<ReturnType<typeof openToday>>, name: string) {
  await keys.press('n')
  await page.locator('input[role=combobox]:focus').waitFor()
  await keys.type(name)
  await appears(page.getByText(/on record/))
  await keys.press('Enter')
  await appears(page.getByLabel('Ended'))
}

/** The plan that the server has now. */
async function planHash(patientId: string): Promise<unknown> {
  const ask = asking(server(), owner())
  return (await ask('GET', `/v1/patients/${patientId}/session`))['planHash']
}

/** Prints the sheet; the hash on it is the server's, and the receipt's. */
async function printSheet(page: Page, keys: Keyboard): Promise<string> {
  expect(await isHeaded(page, 'Give the plan')).toBe(true)
  await appears(page.locator('.paper-foot'))
  await keys.press('p')
  const foot = page.locator('.paper-foot', { hasText: 'Given' })
  await appears(foot)
  await page.waitForFunction('globalThis.prints === 1')
  const patientId = page.url().split('/').at(-1) ?? ''
  const printed = await foot.locator('bdi').innerText()
  expect(printed).toBe(await planHash(patientId))
  const receipts = await listOf(server(), owner(), `/patients/${patientId}/receipts`)
  expect(receipts.map((one) => [one['kind'], one['planHash']])).toEqual([['sheet', printed]])
  return patientId
}

async function isByKeysAlone(page: Page, keys: Keyboard): Promise<void> {
  expect(await page.evaluate('globalThis.points')).toBe(0)
  expect(await page.evaluate('globalThis.keysDown')).toBe(keys.count())
}

it('records a known patient with another depth and an add-on, and prints the sheet, by 17 keys', async () => {
  const known = { name: 'Aisha Rahman', hoursAgo: 5 * WEEKS, needleDepthMm: 1.5 }
  const patientId = await addPatient(server(), owner(), known)
  const before = await planHash(patientId)
  const desk = await openToday()
  const { page, keys } = desk
  await choose(desk, 'rahm')
  await keys.type('-5') // Minutes ago.
  await keys.press('Tab', 'Tab')
  await keys.type('2')
  await keys.press('Tab', 'Tab')
  await keys.type('h')
  await keys.press('Control+Enter')
  expect(await printSheet(page, keys)).toBe(patientId)
  await isByKeysAlone(page, keys)
  expect(keys.count()).toBe(17)
  const procedures = await listOf(server(), owner(), `/patients/${patientId}/procedures`)
  expect(procedures.find(({ needleDepthMm }) => needleDepthMm === 2)).toMatchObject({
    device: 'pen',
    bodySites: ['face'],
    adjuncts: ['hyaluronic-acid'],
  })

  // Taken back, the plan is the one before.
  expect(await planHash(patientId)).not.toBe(before)
  await keys.press('Control+z')
  await appears(page.getByText(/The session was taken back/))
  expect(await planHash(patientId)).toBe(before)
})

it('records a new patient with every fact that a plan asks for, and prints the sheet, by 54 keys', async () => {
  const desk = await openToday()
  const { page, keys } = desk
  await choose(desk, 'Zainab Omar')
  await page.locator('input[type=tel]:focus').waitFor()
  await keys.type('+971501234567')
  await keys.press('Tab', 'Tab', 'Tab')
  await keys.type('-5')
  for (const row of ['p', '1.5', 'f', '0', '4', '0', '', '0']) {
    await keys.press('Tab')
    await keys.type(row)
  }
  await keys.press('Control+Enter')
  const patientId = await printSheet(page, keys)
  await isByKeysAlone(page, keys)
  expect(keys.count()).toBe(54)
  const [procedure] = await listOf(server(), owner(), `/patients/${patientId}/procedures`)
  expect(procedure).toMatchObject({
    device: 'pen',
    needleDepthMm: 1.5,
    bodySites: ['face'],
    adjuncts: [],
  })
  const { session } = await asking(server(), owner())('GET', `/v1/patients/${patientId}/session`)
  expect(session).toMatchObject({
    patient: { fitzpatrickSkinType: 'IV', medicines: [], history: [] },
  })
})
