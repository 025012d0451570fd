import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { newMember } from '../../scripts/clinic-server.ts'
import { addPatient } from './clinic-steps.ts'
import { endSessions, keptIn, signInAgain, signOut } from './door-steps.ts'
import { useClinic } from './open-clinic.ts'
import { appears, isHeaded } from './steps.ts'

const { open, owner, server } = useClinic()

const WEEKS = 7 * 24
const KEPT = 'We kept what you had filled in.'

/** By the menu, as somebody does who is called away. */
async function leave(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Patients', exact: true }).first().click()
  await isHeaded(page, 'Patients')
}

async function openNew(page: Page): Promise<void> {
  await page.evaluate(`location.hash = '#/new-session'`)
  await isHeaded(page, 'New session')
}

async function halfFilled(page: Page, patientId: string): Promise<void> {
  await page.evaluate(`location.hash = '#/new-session/${patientId}'`)
  await page.getByLabel('Depth, mm').fill('1.8')
  await page.getByLabel('Ended').fill('-20')
}

async function isBack(page: Page, name: string): Promise<void> {
  await appears(page.getByText(KEPT))
  await appears(page.locator('.session-whom b', { hasText: name }))
  expect(await page.getByLabel('Depth, mm').inputValue()).toBe('1.8')
  // Twenty minutes before it was typed, whenever it is opened again.
  expect(await page.getByLabel('Ended').inputValue()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
}

async function isNew(page: Page): Promise<boolean> {
  await openNew(page)
  await appears(page.locator('input[role=combobox]'))
  return (await page.getByText(KEPT).count()) === 0
}

it('gives a session back that was left half filled in, until it is recorded or begun anew', async () => {
  const known = { name: 'Wilhelmina Farrow', hoursAgo: 5 * WEEKS, needleDepthMm: 1.5 }
  const patientId = await addPatient(server(), owner(), known)
  const page = await open({ path: 'clinic.html#/today', who: owner() })
  await halfFilled(page, patientId)
  await leave(page)
  await openNew(page)
  await isBack(page, known.name)
  await page.goBack()
  await isHeaded(page, 'Patients')
  await openNew(page)
  await isBack(page, known.name)
  await page.getByRole('button', { name: 'Start again' }).click()
  await appears(page.locator('input[role=combobox]'))
  await leave(page)
  expect(await isNew(page)).toBe(true)

  await halfFilled(page, patientId)
  await openNew(page)
  await isBack(page, known.name)
  await page.keyboard.press('Control+Enter')
  await isHeaded(page, 'Give the plan')
  expect(await isNew(page)).toBe(true)
  // What is as it was begun is nothing to keep.
  await page.evaluate(`location.hash = '#/new-session/${patientId}'`)
  await appears(page.getByLabel('Depth, mm'))
  await leave(page)
  expect(await isNew(page)).toBe(true)
})

async function chooseNew(page: Page, name: string): Promise<void> {
  await openNew(page)
  await page.locator('input[role=combobox]').fill(name)
  await page.getByRole('option', { name: /New patient/ }).click()
  await appears(page.getByLabel('Depth, mm'))
}

it('gives what was typed of somebody new to nobody else who is new', async () => {
  const patientId = await addPatient(server(), owner(), { name: 'Efua Sarpong' })
  const page = await open({ path: 'clinic.html#/today', who: owner() })
  await chooseNew(page, 'Sara Nasser')
  await page.getByLabel('Depth, mm').fill('1.8')
  await page.evaluate(`location.hash = '#/new-session/${patientId}'`)
  await appears(page.locator('.session-whom b', { hasText: 'Efua Sarpong' }))
  await page.keyboard.press('Control+Enter')
  await isHeaded(page, 'Give the plan')
  // Hers alone is gone on with: whoever is chosen in her place begins with nothing.
  await openNew(page)
  await appears(page.getByText(KEPT))
  await page.getByRole('button', { name: 'Start again' }).click()
  await chooseNew(page, 'Omar Nasser')
  expect(await page.getByText(KEPT).count()).toBe(0)
  expect(await page.getByLabel('Depth, mm').inputValue()).not.toBe('1.8')
})

it('gives it to its writer alone, also after their session ran out, and to nobody else after they sign out', async () => {
  const who = await newMember(server(), { by: owner(), name: 'Ama Boateng', roles: ['clinician'] })
  const patientId = await addPatient(server(), owner(), { name: 'Mercy Mensah' })
  const page = await open({ path: 'clinic.html#/today', who })
  await halfFilled(page, patientId)
  await leave(page)
  await endSessions(server(), who)
  await page.evaluate(`location.hash = '#/series'`)
  await signInAgain(page, who)
  await openNew(page)
  await isBack(page, 'Mercy Mensah')
  await leave(page)
  await signOut(page)
  await signInAgain(page, owner())
  expect(await isNew(page)).toBe(true)
  await page.evaluate(`location.hash = '#/new-session/${patientId}'`)
  await appears(page.getByLabel('Depth, mm'))
  expect(await page.getByText(KEPT).count()).toBe(0)
})

it('does not give it back where the record says something else by now', async () => {
  const patientId = await addPatient(server(), owner(), { name: 'Nadia Haddad' })
  const page = await open({ path: 'clinic.html#/today', who: owner() })
  await halfFilled(page, patientId)
  await leave(page)
  const other = await open({ path: `clinic.html#/new-session/${patientId}`, who: owner() })
  await appears(other.getByLabel('Depth, mm'))
  await other.keyboard.press('Control+Enter')
  await isHeaded(other, 'Give the plan')
  await openNew(page)
  await appears(page.getByLabel('Depth, mm'))
  expect(await page.getByText(KEPT).count()).toBe(0)
  expect(await page.getByLabel('Depth, mm').inputValue()).not.toBe('1.8')
})

it('gives back what was half written to whoever signs in again after their session ran out, and to nobody else', async () => {
  const who = await newMember(server(), { by: owner(), name: 'Ama Boateng', roles: ['clinician'] })
  const other = await newMember(server(), { by: owner(), name: 'Lea Roth', roles: ['clinician'] })
  const patientId = await addPatient(server(), owner(), { name: 'Wilhelmina Farrow' })
  const page = await open({ path: `clinic.html#/new-session/${patientId}`, who })
  const depth = page.getByLabel('Depth, mm')
  await depth.waitFor()
  await page.keyboard.type('-5') // Minutes ago.
  await depth.fill('1.8')
  await endSessions(server(), who)
  await page.keyboard.press('Control+Enter')
  await isHeaded(page, 'Sign in')
  expect(await keptIn(page)).not.toMatch(/Wilhelmina|Farrow|database/)
  await signInAgain(page, who)
  await appears(depth)
  expect(await depth.inputValue()).toBe('1.8')

  await endSessions(server(), who)
  await page.keyboard.press('Control+Enter')
  await signInAgain(page, other)
  await appears(depth)
  expect(await depth.inputValue()).not.toBe('1.8')
})
