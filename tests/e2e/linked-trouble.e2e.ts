import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { asking } from '../../scripts/clinic-server.ts'
import { addPatient, inviteLink, listOf } from './clinic-steps.ts'
import { joinClinic, PHONE, tellAlarm } from './linked-steps.ts'
import { useClinic } from './open-clinic.ts'
import { appears, goTo, isHeaded, untilKept } from './steps.ts'

const { server, owner, open } = useClinic()

const DAY_MS = 86_400_000

interface Joined {
  readonly page: Page
  readonly patientId: string
}

/** The phone of a patient with a session of yesterday, signed in to their clinic. */
async function joined(name: string): Promise<Joined> {
  const patientId = await addPatient(server(), owner(), { name })
  const path = await inviteLink(server(), owner(), patientId)
  const page = await open({ path, ...PHONE })
  await joinClinic(page, 'Riverside')
  await untilKept(page)
  return { page, patientId }
}

/** From now on the outbox of this page takes nothing, as in a browser that is full. */
const FULL = `(() => {
  const { transaction } = IDBDatabase.prototype
  IDBDatabase.prototype.transaction = function (names, mode) {
    if (this.name === 'afterglow-outbox' && mode === 'readwrite') throw new Error('full')
    return transaction.call(this, names, mode)
  }
})()`

/** Changes every entry of the outbox, as it is kept. */
function inOutbox(change: string): string {
  return `new Promise((done) => {
    const opening = indexedDB.open('afterglow-outbox')
    opening.onsuccess = () => {
      const writing = opening.result.transaction('outbox', 'readwrite')
      const store = writing.objectStore('outbox')
      store.getAll().onsuccess = ({ target }) => {
        for (const item of target.result) store.put({ ...item, ...${change} }, item.id)
      }
      writing.oncomplete = () => done(opening.result.close())
    }
  })`
}

it('opens nothing early on a phone whose clock is ahead, says so, and tells the right time', async () => {
  const { page, patientId } = await joined('Layla Haddad')
  await page.clock.install({ time: new Date(Date.now() + 10 * DAY_MS) })
  await page.reload()
  const note = page.getByText('The clock of this device is 10 days fast.')
  expect(await appears(note)).toBe(true)
  await goTo(page, 'can-i/makeup')
  expect(await appears(page.locator('.answer').getByText('Not yet'))).toBe(true)
  // With no network it goes by what it knows.
  await page.context().setOffline(true)
  await page.reload()
  expect(await appears(page.locator('.answer').getByText('Not yet'))).toBe(true)
  expect(await appears(note)).toBe(true)
  await page.context().setOffline(false)
  await tellAlarm(page)
  expect(await appears(page.getByText('Riverside has got this.'))).toBe(true)
  const [told] = await listOf(server(), owner(), `/patients/${patientId}/check-ins`)
  expect(Math.abs(Date.parse(String(told?.['at'])) - Date.now())).toBeLessThan(DAY_MS / 24)
})

it('says that a clock is slow, and goes no further back than when the clinic was heard', async () => {
  const { page } = await joined('Sara Lindqvist')
  await page.clock.install({ time: new Date(Date.now() - 3 * DAY_MS) })
  await page.reload()
  expect(await appears(page.getByText('The clock of this device is 3 days slow.'))).toBe(true)
  expect(await appears(page.getByText(/^Day 1 · /))).toBe(true)
})

it('says of when the plan is, where nothing came from the clinic for a day', async () => {
  const { page } = await joined('Ines Castro')
  await page.context().setOffline(true)
  await page.clock.install({ time: new Date(Date.now() + 2 * DAY_MS) })
  await page.reload()
  const old = page.getByText('This is your plan as it was on')
  expect(await appears(old)).toBe(true)
  await goTo(page, 'my-clinic')
  expect(await appears(old)).toBe(true)
  await goTo(page, 'messages')
  expect(await appears(page.getByText('There may be new messages that are not here.'))).toBe(true)
})

it('says that what waits too long has to be told by telephone, and sends it all the same', async () => {
  const { page, patientId } = await joined('Tariq Aziz')
  await page.context().setOffline(true)
  await tellAlarm(page)
  await page.evaluate(inOutbox('{ tries: 8 }'))
  await page.goto(server().url)
  expect(await appears(page.getByText('Riverside still has not got something'))).toBe(true)
  await page.context().setOffline(false)
  await expect
    .poll(() => listOf(server(), owner(), `/patients/${patientId}/check-ins`))
    .toHaveLength(1)
})

it('sends again what the clinic did not take, where the person wishes it', async () => {
  const { page, patientId } = await joined('Mona Farouk')
  await page.context().setOffline(true)
  await tellAlarm(page)
  await page.evaluate(inOutbox(`{ state: 'refused', tries: 1, refusal: 'It has changed.' }`))
  await page.goto(server().url)
  await page.context().setOffline(false)
  expect(await appears(page.getByText('Riverside did not take something that you told.'))).toBe(
    true,
  )
  await goTo(page, 'my-clinic/unsent')
  expect(await appears(page.getByText('It has changed.'))).toBe(true)
  await page.getByRole('button', { name: 'Send it again' }).click()
  expect(await appears(page.getByText('Everything is sent.'))).toBe(true)
  expect(await listOf(server(), owner(), `/patients/${patientId}/check-ins`)).toHaveLength(1)
})

it('answers an alarm in a message that cannot be kept, and leaves the words where they were typed', async () => {
  const { page } = await joined('Rosa Almeida')
  await goTo(page, 'messages')
  await page.evaluate(FULL)
  const words = 'I cannot breathe'
  await page.getByRole('textbox', { name: 'Your message' }).fill(words)
  await page.getByRole('button', { name: 'Send' }).click()
  expect(await appears(page.getByText('What you wrote may not wait.'))).toBe(true)
  expect(await appears(page.getByText('this browser could not keep it'))).toBe(true)
  expect(await page.getByRole('textbox', { name: 'Your message' }).inputValue()).toBe(words)
})

it('never says that the clinic has a check-in that could not be kept, and keeps its alarm on Today', async () => {
  const { page } = await joined('Hind Saleh')
  await page.evaluate(FULL)
  await tellAlarm(page)
  expect(await appears(page.getByText('It will not be sent by itself.'))).toBe(true)
  expect(await page.getByText('has got this').count()).toBe(0)
  await goTo(page, 'today')
  expect(await appears(page.getByText('This browser could not keep something'))).toBe(true)
  await page.getByRole('button', { name: 'I have seen to it' }).click()
  await page.reload()
  expect(await appears(page.locator('.alarm-emergency'))).toBe(true)
})

it('leads on to the care cards, and grades nothing, once the clinic has advice no longer graded', async () => {
  const { page } = await joined('Nadia Rahal')
  await tellAlarm(page)
  await goTo(page, 'today')
  expect(await appears(page.locator('.alarm-emergency'))).toBe(true)
  await page.route('**/api/v1/clinic/card', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('"staticCards":false', '"staticCards":true')
    await route.fulfill({ response, body })
  })
  await page.reload()
  const notice = page.getByRole('region', { name: 'When to get help' })
  expect(await appears(notice)).toBe(true)
  const link = notice.getByRole('link', { name: 'When to get help' })
  expect(await link.getAttribute('href')).toBe('#/help')
  expect(await page.getByText('Call the emergency number now').count()).toBe(0)
  expect(await page.locator('.alarm-emergency').count()).toBe(0)
})

it('shows who joins next on this device nothing of whom it was before', async () => {
  const { page, patientId } = await joined('Dana Petrov')
  const said = { body: 'For Dana alone' }
  await asking(server(), owner())('POST', `/v1/patients/${patientId}/messages`, said)
  await goTo(page, 'messages')
  expect(await appears(page.getByText(said.body))).toBe(true)
  const next = await addPatient(server(), owner(), { name: 'Femi Adeyemi' })
  await page.goto(server().url + (await inviteLink(server(), owner(), next)))
  expect(await isHeaded(page, 'Your clinic has made a plan for you')).toBe(true)
  await joinClinic(page, 'Riverside')
  await goTo(page, 'messages')
  expect(await appears(page.getByText('No messages yet.'))).toBe(true)
  expect(await page.getByText(said.body).count()).toBe(0)
})

it('opens nothing of the plan before, where the clinic has another one that cannot be fetched', async () => {
  const { page, patientId } = await joined('Omar Haddad')
  const ask = asking(server(), owner())
  const planHash = async () => (await ask('GET', `/v1/patients/${patientId}/session`))['planHash']
  const before = await planHash()
  await page.route('**/api/v1/patients/*/protocols/*', (route) => route.abort())
  const changes = { lengthen: [{ subject: 'makeup', until: 'P9D', note: 'We see fewer spots.' }] }
  await ask('POST', '/v1/adoptions', { changes, apply: 'running' })
  await expect.poll(planHash).not.toBe(before)
  await page.reload()
  const unsure = page.getByText('This device and your clinic do not agree on your plan.')
  expect(await appears(unsure)).toBe(true)
  await page.unroute('**/api/v1/patients/*/protocols/*')
  await page.getByRole('button', { name: 'Load again' }).click()
  await unsure.waitFor({ state: 'hidden' })
  await goTo(page, 'can-i/makeup')
  expect(await appears(page.getByText(/in 7 days/).first())).toBe(true)
})
