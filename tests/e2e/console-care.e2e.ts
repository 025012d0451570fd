import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { asking, newMember } from '../../scripts/clinic-server.ts'
import { addPatient, listOf } from './clinic-steps.ts'
import { endSessions, signInAgain } from './door-steps.ts'
import { useClinic } from './open-clinic.ts'
import { appears, isHeaded } from './steps.ts'

const { open, owner, server } = useClinic()

async function openOverride(page: Page, subject: string): Promise<void> {
  await page.getByRole('button', { name: 'Change a time' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change a time' })
  await dialog.getByLabel('Of what').selectOption(subject)
}

async function typeLength(page: Page, count: string, unit: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Change a time' })
  await dialog.getByLabel('Leave it alone for').fill(count)
  await dialog.getByLabel('Unit').selectOption(unit)
}

it('refuses an override below its floor, on the screen and on the server, and takes one above it', async () => {
  const patientId = await addPatient(server(), owner(), { name: 'Grace Mensah', hoursAgo: 1 })
  const ask = asking(server(), owner())
  const makeup = async () =>
    (await ask('POST', `/v1/patients/${patientId}/verdict`, { subject: 'makeup' }))['opensAt']
  const before = await makeup()
  const page = await open({ path: `clinic.html#/patients/${patientId}`, who: owner() })
  await openOverride(page, 'makeup')
  const dialog = page.getByRole('dialog', { name: 'Change a time' })
  const send = dialog.getByRole('button', { name: 'Change the time' })
  await dialog.getByLabel('Reason').fill('She has a wedding.')
  await typeLength(page, '2', 'hour')
  await appears(dialog.getByText(/below the floor/))
  expect(await send.isDisabled()).toBe(true)
  // Whoever sends it past the screen is refused all the same.
  const told = { subject: 'makeup', window: 'PT2H', reason: 'She has a wedding.' }
  const refusal = ask('POST', `/v1/patients/${patientId}/overrides`, told)
  await expect(refusal).rejects.toThrow(/: 422 /)
  expect(await makeup()).toBe(before)

  await typeLength(page, '9', 'day')
  await send.click()
  await expect.poll(makeup).not.toBe(before)
  const events = await listOf(server(), owner(), `/patients/${patientId}/events`)
  expect(events.filter(({ type }) => type === 'override')).toHaveLength(1)
  // What was said can be taken back: another event.
  await page.getByRole('button', { name: /Undo/ }).click()
  await expect.poll(makeup).toBe(before)
})

it('takes back by a key what can be seen, and nothing from another screen or behind a dialog', async () => {
  const patientId = await addPatient(server(), owner(), { name: 'Nadia Karim', hoursAgo: 1 })
  const eventTypes = async () =>
    (await listOf(server(), owner(), `/patients/${patientId}/events`)).map(({ type }) => type)
  const page = await open({ path: `clinic.html#/patients/${patientId}`, who: owner() })
  const lengthen = async () => {
    await openOverride(page, 'makeup')
    await typeLength(page, '9', 'day')
    const dialog = page.getByRole('dialog', { name: 'Change a time' })
    await dialog.getByLabel('Reason').fill('A deep session.')
    await dialog.getByRole('button', { name: 'Change the time' }).click()
    await appears(page.getByRole('button', { name: /Undo/ }))
  }
  await lengthen()
  await page.evaluate(`location.hash = '#/today'`)
  await expect.poll(() => page.getByRole('button', { name: /Undo/ }).count()).toBe(0)
  await page.keyboard.press('Control+z')
  await page.evaluate(`location.hash = '#/patients/${patientId}'`)
  await lengthen()
  await page.getByRole('button', { name: 'Change a time' }).click()
  await page.getByRole('dialog').getByRole('heading').first().click()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Escape')
  expect(await eventTypes()).not.toContain('undone')
  await page.keyboard.press('Control+z')
  await appears(page.getByText('Taken back.'))
  expect((await eventTypes()).filter((type) => type === 'undone')).toHaveLength(1)
})

it('gives no word on another plan than the one whose change was shown, and shows it anew', async () => {
  const patientId = await addPatient(server(), owner(), { name: 'Huda Saleh', hoursAgo: 30 })
  const ask = asking(server(), owner())
  const page = await open({ path: `clinic.html#/patients/${patientId}`, who: owner() })
  await openOverride(page, 'makeup')
  await typeLength(page, '9', 'day')
  const dialog = page.getByRole('dialog', { name: 'Change a time' })
  await dialog.getByLabel('Reason').fill('A deep session.')
  // Meanwhile the patient tells something.
  const symptoms = [{ name: 'redness', severity: 'severe' }]
  await ask('POST', `/v1/patients/${patientId}/check-ins`, { symptoms })
  const send = dialog.getByRole('button', { name: 'Change the time' })
  await send.click()
  await appears(dialog.getByText(/Their plan has changed since you looked/))
  const overrides = async () => {
    const events = await listOf(server(), owner(), `/patients/${patientId}/events`)
    return events.filter(({ type }) => type === 'override')
  }
  expect(await overrides()).toEqual([])
  await send.click()
  await expect.poll(async () => (await overrides()).length).toBe(1)
})

it('publishes a protocol with the count of the plans that it changes, and brings back what was before', async () => {
  const ask = asking(server(), owner())
  for (const hoursAgo of [2, 30, 24 * 40])
    await addPatient(server(), owner(), { name: `Patient ${hoursAgo}`, hoursAgo })
  const page = await open({ path: 'clinic.html#/protocol/subject/makeup', who: owner() })
  await page.getByRole('radio', { name: 'Longer' }).check()
  await page.getByLabel('Leave it for').first().fill('6')
  await page.getByLabel('Unit').selectOption('day')
  await page.getByRole('button', { name: 'Put it in the draft' }).click()
  await page.evaluate(`location.hash = '#/protocol/preview'`)
  const changes = { lengthen: [{ subject: 'makeup', until: 'P6D' }] }
  const preview = await ask('POST', '/v1/adoptions/preview', { changes })
  const { changed } = preview['plans'] as { readonly changed: number }
  expect(changed).toBeGreaterThanOrEqual(2)
  await appears(page.getByText(`This changes ${changed} running plans`))
  await page.getByRole('radio', { name: 'Running plans too' }).check()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect.poll(async () => (await ask('GET', '/v1/adoptions/current'))['number']).toBe(1)
  await expect.poll(async () => (await ask('GET', '/v1/adoptions/current'))['older']).toBe(0)
  await page.evaluate(`location.hash = '#/protocol/history'`)
  await page.getByRole('link', { name: 'See what bringing it back changes' }).click()
  await appears(page.getByText(`This changes ${changed} running plans`))
  await page.getByRole('radio', { name: 'Running plans too' }).check()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect.poll(async () => (await ask('GET', '/v1/adoptions/current'))['number']).toBe(2)
  expect((await ask('GET', '/v1/adoptions/current'))['changes']).toMatchObject({ lengthen: [] })
})

it('makes one key where the answer to the first press was lost on its way', async () => {
  const page = await open({ path: 'clinic.html#/settings/keys', who: owner() })
  await page.getByRole('button', { name: 'New key' }).click()
  await page.getByLabel('Which program it is for').fill('Booking')
  let isLost = false
  await page.route('**/api/v1/api-keys', async (route) => {
    if (isLost || route.request().method() !== 'POST') return route.fallback()
    isLost = true
    await route.fetch()
    return route.abort()
  })
  const make = page.getByRole('button', { name: 'Make the key' })
  await make.click()
  await appears(page.getByText(/The server did not answer/))
  await make.click()
  await appears(page.getByText(/Copy it now/))
  expect(isLost).toBe(true)
  expect(await listOf(server(), owner(), '/api-keys')).toHaveLength(1)
})

it('records what somebody says on the telephone, with an alarm before it is sent and the answer at once', async () => {
  const patientId = await addPatient(server(), owner(), { name: 'Amal Haddad', hoursAgo: 30 })
  const page = await open({ path: `clinic.html#/patients/${patientId}`, who: owner(), width: 390 })
  await page.getByRole('button', { name: 'They called: record a check-in' }).click()
  const sheet = page.getByRole('dialog', { name: 'A check-in by telephone' })
  const record = sheet.getByRole('button', { name: 'Record it and show the answer' })
  await appears(sheet.getByText(/Not asked yet: .*Trouble breathing/))
  expect(await record.isDisabled()).toBe(true)
  const breathing = sheet.getByRole('group', { name: 'Trouble breathing' })
  await breathing.getByRole('radio', { name: 'Yes' }).check()
  const alarm = sheet.getByRole('status').getByText('Emergency, now')
  await appears(alarm)
  // In sight of whoever is still at the first question.
  const { y = -1 } = (await alarm.boundingBox()) ?? {}
  expect(y).toBeGreaterThan(0)
  expect(y).toBeLessThan(900)
  await sheet.getByLabel('What else they said').fill('Since an hour.')
  await record.click()
  await appears(sheet.getByRole('heading', { name: 'Tell them now' }))
  await appears(sheet.getByText('Emergency, now'))
  await sheet.getByRole('button', { name: 'I have told them' }).click()
  const [told] = await listOf(server(), owner(), `/patients/${patientId}/check-ins`)
  expect(told).toMatchObject({
    data: { signs: [{ code: 'breathing-difficulty' }], notes: 'Since an hour.' },
    answer: { disposition: 'emergency' },
  })
  // It waits in the inbox as if the patient had sent it.
  await appears(page.getByRole('link', { name: 'See to it' }))
})

it('calms nobody on the telephone while an alarm was not asked, and goes on from what was answered', async () => {
  const patientId = await addPatient(server(), owner(), { name: 'Hala Rahman', hoursAgo: 30 })
  const page = await open({ path: `clinic.html#/patients/${patientId}`, who: owner() })
  await page.getByRole('button', { name: 'They called: record a check-in' }).click()
  const sheet = page.getByRole('dialog', { name: 'A check-in by telephone' })
  const redness = sheet.locator('input[name="sign-erythema"][value="mild"]')
  await redness.check()
  await sheet.getByRole('button', { name: 'Record it and show the answer' }).click()
  await appears(sheet.getByRole('heading', { name: 'Ask more before you answer them' }))
  await appears(sheet.getByText(/Not asked yet: .*Trouble breathing/))
  expect(await sheet.textContent()).not.toMatch(/expected|usual course|can show at this point/i)

  await sheet.getByRole('button', { name: 'Ask these now' }).click()
  await appears(sheet.getByText(/Not asked yet: /))
  expect(await redness.isChecked()).toBe(true)
  await sheet.getByRole('radio', { name: 'No fever' }).check()
  for (const sign of await sheet.locator('.sign:not(.sign-temperature)').all())
    if ((await sign.locator(':checked').count()) === 0)
      await sign.locator('input[value="none"]').check()
  await sheet.getByRole('button', { name: 'Record it and show the answer' }).click()
  await appears(sheet.getByRole('heading', { name: 'Tell them now' }))
  await appears(sheet.getByText('Part of the usual course'))
  await sheet.getByRole('button', { name: 'I have told them' }).click()
  await appears(page.getByText(/^Asked about and not there: \d\d$/))
  await expect.poll(() => page.getByRole('main').textContent()).not.toMatch(/, gone/)
})

it('says of a call that was recorded in part that answers are missing, on the overview and in what happened', async () => {
  const patientId = await addPatient(server(), owner(), { name: 'Rana Khalil', hoursAgo: 30 })
  const page = await open({ path: `clinic.html#/patients/${patientId}`, who: owner() })
  await page.getByRole('button', { name: 'They called: record a check-in' }).click()
  const sheet = page.getByRole('dialog', { name: 'A check-in by telephone' })
  await sheet.locator('input[name="sign-erythema"][value="mild"]').check()
  await sheet.getByRole('button', { name: 'Record it and show the answer' }).click()
  await appears(sheet.getByRole('heading', { name: 'Ask more before you answer them' }))
  await page.keyboard.press('Escape')
  const main = page.getByRole('main')
  await appears(main.getByText(/Not asked yet: .*Trouble breathing/))
  await expect.poll(() => main.getByText('Answers missing').count()).toBe(2)
  const short = main.getByText('Not everything was asked or answered.', { exact: true })
  await expect.poll(() => short.count()).toBe(2)
  expect(await main.textContent()).not.toMatch(/Expected|Within the usual|usual to day/)
})

it('goes to a patient from any page of a phone, by a button', async () => {
  await addPatient(server(), owner(), { name: 'Salma Nasser', hoursAgo: 30 })
  const page = await open({ path: 'clinic.html#/settings', who: owner(), width: 390 })
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('dialog', { name: 'Go to' }).getByRole('combobox').fill('salma')
  await page.getByRole('option', { name: /^Salma Nasser/ }).click()
  expect(await isHeaded(page, 'Salma Nasser')).toBe(true)
})

it('gives back the call that somebody was on when their session ran out, with what was answered', async () => {
  const who = await newMember(server(), { by: owner(), name: 'Efua Mensah', roles: ['clinician'] })
  const patientId = await addPatient(server(), owner(), { name: 'Noor Aziz', hoursAgo: 30 })
  const page = await open({ path: `clinic.html#/patients/${patientId}`, who })
  await page.getByRole('button', { name: 'They called: record a check-in' }).click()
  const sheet = page.getByRole('dialog', { name: 'A check-in by telephone' })
  const redness = sheet.locator('input[name="sign-erythema"][value="moderate"]')
  await redness.check()
  await sheet.getByRole('radio', { name: 'Measured', exact: true }).check()
  const degrees = sheet.getByLabel('Degrees C')
  await degrees.fill('37.2')
  await endSessions(server(), who)
  await sheet.getByRole('button', { name: 'Record it and show the answer' }).click()
  await signInAgain(page, who)
  await appears(degrees)
  expect(await degrees.inputValue()).toBe('37.2')
  expect(await redness.isChecked()).toBe(true)
})
