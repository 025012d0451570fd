import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { asking } from '../../scripts/clinic-server.ts'
import { lookAt } from './axe.ts'
import { addPatient, inviteLink, listOf } from './clinic-steps.ts'
import { joinClinic, PHONE, tellAlarm } from './linked-steps.ts'
import { useClinic } from './open-clinic.ts'
import { appears, goTo, isHeaded, untilKept } from './steps.ts'

const { server, owner, open } = useClinic()

/** A patient with a session of yesterday, and the link that their clinic gave them. */
async function invite(
  name: string,
): Promise<{ readonly patientId: string; readonly link: string }> {
  const patientId = await addPatient(server(), owner(), { name })
  return { patientId, link: await inviteLink(server(), owner(), patientId) }
}

const listed = (path: string) => listOf(server(), owner(), path)
const join = (page: Page) => joinClinic(page, 'Riverside')

/** What is left on the device, by the name of each place. */
const LEFT = `(async () => {
  const left = {}
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((done) => {
      const opening = indexedDB.open(name)
      opening.onsuccess = () => done(opening.result)
    })
    for (const store of database.objectStoreNames) {
      const reading = database.transaction(store).objectStore(store).getAll()
      await new Promise((done) => (reading.onsuccess = done))
      if (reading.result.length > 0) left[name] = JSON.stringify(reading.result)
    }
    database.close()
  }
  return { ...left, ...localStorage, ...sessionStorage }
})()`

async function signOut(page: Page): Promise<void> {
  await page.evaluate(`location.hash = '#/my-clinic/sign-out'`)
  await page.getByRole('button', { name: 'Yes, sign out and erase' }).click()
  expect(await isHeaded(page, 'You are signed out')).toBe(true)
}

it('leaves an invitation as it is until a button is pressed, and its secret in no address', async () => {
  const { patientId, link } = await invite('Marta Ruiz')
  // A mail scanner: it opens what it finds, and what comes after the # never reaches a server.
  expect((await fetch(server().url + link)).status).toBe(200)
  const page = await open({ path: link, ...PHONE })
  expect(await isHeaded(page, 'Your clinic has made a plan for you')).toBe(true)
  const [invitation] = await listed(`/patients/${patientId}/invitations`)
  expect(invitation?.['redeemedAt']).toBeNull()
  expect(page.url()).not.toContain(link.split('/').at(-1))
})

it('knows the link again that this phone has joined by, and does nothing by itself with any other one', async () => {
  const { link } = await invite('Dalia Nasser')
  const page = await open({ path: link, ...PHONE })
  await join(page)
  await untilKept(page)
  const token = String(link.split('/').at(-1))
  const left = async () => JSON.stringify(await page.evaluate(LEFT))
  expect(await left()).toContain('tokenHash')
  expect(await left()).not.toContain(token)

  await page.goto('about:blank')
  await page.goto(server().url + link)
  const notice = page.getByText('This device has joined by this link already.')
  expect(await appears(notice)).toBe(true)
  await expect.poll(() => page.url()).toMatch(/#\/today$/)
  await page.reload()
  expect(await appears(page.locator('main h1').first())).toBe(true)
  expect(await notice.count()).toBe(0)

  const other = await invite('Rima Farouk')
  await page.goto(server().url + other.link)
  expect(await isHeaded(page, 'Your clinic has made a plan for you')).toBe(true)
  const [invitation] = await listed(`/patients/${other.patientId}/invitations`)
  expect(invitation?.['redeemedAt']).toBeNull()
  expect(await notice.count()).toBe(0)
})

it('sends an urgent check-in that was made offline once, and leaves nothing behind', async () => {
  const { patientId, link } = await invite('Aisha Rahman')
  const page = await open({ path: link, ...PHONE })
  await join(page)
  await untilKept(page)
  await page.context().setOffline(true)
  await tellAlarm(page)
  expect(await appears(page.getByText('Not sent: Riverside has not got this.'))).toBe(true)
  expect(await listed(`/patients/${patientId}/check-ins`)).toEqual([])

  await page.context().setOffline(false)
  expect(await appears(page.getByText('Riverside has got this.'))).toBe(true)
  // What was sent is asked for again at the next start, and not sent again.
  await page.reload()
  await page.waitForResponse(/\/messages$/)
  expect(await listed(`/patients/${patientId}/check-ins`)).toHaveLength(1)
  const alerts = await listed('/alerts')
  expect(alerts.filter((one) => one['patientId'] === patientId)).toHaveLength(1)

  await signOut(page)
  expect(await page.evaluate(LEFT)).toEqual({})
  expect(await page.context().cookies()).toEqual([])
  expect(await listed(`/patients/${patientId}/sessions`)).toEqual([])
})

it('signs out with no network: the device is clear, and the server is told at the next start', async () => {
  const { patientId, link } = await invite('Omar Siddiqui')
  const page = await open({ path: link, ...PHONE })
  await join(page)
  await untilKept(page)
  await page.context().setOffline(true)
  await signOut(page)
  expect(await appears(page.getByText('does not know yet'))).toBe(true)
  const left = JSON.stringify(await page.evaluate(LEFT))
  expect(left).not.toMatch(/Omar|Riverside|microneedling/)
  expect(await listed(`/patients/${patientId}/sessions`)).toHaveLength(1)
  await page.context().setOffline(false)
  await page.goto(server().url)
  await expect.poll(() => listed(`/patients/${patientId}/sessions`)).toEqual([])
})

it('starts with the clinic’s own protocol, and with no network too', async () => {
  const changes = { lengthen: [{ subject: 'makeup', until: 'P9D', note: 'We see fewer spots.' }] }
  await asking(server(), owner())('POST', '/v1/adoptions', { changes, apply: 'new' })
  const { link } = await invite('Noura Al Mansoori')
  const page = await open({ path: link, ...PHONE })
  await join(page)
  await untilKept(page)
  await page.context().setOffline(true)
  await page.goto(`${server().url}#/can-i/makeup`)
  await page.reload()
  expect(await isHeaded(page, 'Makeup')).toBe(true)
  expect(await appears(page.getByText(/in 7 days/).first())).toBe(true)
})

it('opens nothing by a clock that no answer of the clinic’s server has been held against', async () => {
  const { link } = await invite('Hana Yoshida')
  const page = await open({ path: link, ...PHONE })
  await page.route('**/api/v1/**', async (route) => {
    const response = await route.fetch()
    const { date: _, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })
  await join(page)
  const note = page.getByText('Is the clock of this device right?')
  expect(await appears(note)).toBe(true)
  await goTo(page, 'can-i/cleansing')
  expect(await appears(page.locator('.answer').getByText('Ask your clinic first'))).toBe(true)
  await page.unroute('**/api/v1/**')
  await goTo(page, 'today')
  await page.getByRole('button', { name: 'Load again' }).click()
  await note.waitFor({ state: 'hidden' })
})

it('asks nothing of a server that no link ever named', async () => {
  const page = await open({ path: '', ...PHONE })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.reload()
  await page.evaluate(`location.hash = '#/my-clinic'`)
  expect(await isHeaded(page, 'This device is not signed in to a clinic')).toBe(true)
  expect(asked.filter((url) => url.includes('/api/'))).toEqual([])
})

const PAGES = [
  'today',
  'my-clinic',
  'my-clinic/reminders',
  'my-clinic/privacy',
  'my-clinic/code',
  'my-clinic/unsent',
  'my-clinic/sign-out',
  'messages',
  'join',
  'session',
  'more',
  'help',
]

it.each(['light', 'dark'] as const)('axe finds nothing on its pages in %s', async (scheme) => {
  const { patientId, link } = await invite('Grace Mensah')
  await asking(server(), owner())('POST', `/v1/patients/${patientId}/messages`, { body: 'Hello' })
  const page = await open({ path: link, ...PHONE, scheme })
  await appears(page.getByRole('button', { name: 'Open my plan' }))
  const found = [...(await lookAt(page))]
  await join(page)
  await untilKept(page)
  await page.context().setOffline(true)
  await tellAlarm(page)
  await appears(page.getByText('Not sent: Riverside has not got this.'))
  found.push(...(await lookAt(page)))
  await page.context().setOffline(false)
  for (const path of PAGES) {
    await goTo(page, path)
    found.push(...(await lookAt(page)).map((one) => `${path}: ${one}`))
  }
  expect(found).toEqual([])
})
