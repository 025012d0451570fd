import { applyPlan, assess, createPlanner, parseSession } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { serveFolder } from '../../scripts/static-server.ts'
import { AxeBuilder } from '@axe-core/playwright'
import { useBrowser } from './open-app.ts'
import { appears, goTo, untilKept, tellSession } from './steps.ts'

const { open, complaints } = useBrowser()

const FRIDAY = Date.parse('2026-11-27T00:00:00+04:00')

/** What the engine says of the session that `tellSession` tells. */
function assessed(subject: string, at: number) {
  const ledgers = readLedgers(undefined, { cache: true })
  const session = parseSession({
    zone: 'Asia/Dubai',
    procedures: [
      {
        id: 'p1',
        code: 'microneedling',
        endedAt: '2026-11-22T10:45:00+04:00',
        device: 'pen',
        bodySites: ['face'],
        adjuncts: [],
        setting: 'clinic',
      },
    ],
    patient: { medicines: [], history: [] },
  })
  if (!ledgers.ok || !session.ok) throw new Error('the ledger or the session cannot be read')
  const planner = createPlanner(ledgers.value.map(({ protocol }) => protocol))
  return assess(applyPlan(planner, session.value), subject, at)
}

/** From Today, where the question is typed, to its answer. */
async function askFromToday(page: Page, words: string): Promise<void> {
  await goTo(page, 'today')
  await page.getByRole('textbox', { name: 'Ask in your own words' }).fill(words)
  await page.keyboard.press('Enter')
  await appears(page.locator('#answer'))
}

it('answers "can i swim on friday??" as the engine does, and says what it understood', async () => {
  const page = await open()
  await tellSession(page)
  await askFromToday(page, 'can i swim on friday??')
  const verdict = assessed('swimming', FRIDAY)
  expect(verdict.status).toBe('avoid')
  const main = page.getByRole('main')
  expect(await main.innerText()).toMatch(/We understood: Swimming · Friday 27 November · Day 5/)
  expect(await main.locator('.asked-part .pill').allInnerTexts()).toEqual(['Not yet'])
  const opens = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'Asia/Dubai',
  }).format(verdict.opensAt ?? 0)
  expect(await main.locator('.asked-sentence').innerText()).toContain(`Opens ${opens}, 10:45`)
  expect(await appears(page.locator('#answer:focus'))).toBe(true)
  await main.getByRole('link', { name: 'What each source says about swimming' }).click()
  await page.waitForURL(/#\/can-i\/swimming$/)
})

it('puts who to call before all else where the words hold an alarm', async () => {
  const page = await open()
  await tellSession(page)
  await askFromToday(page, 'can i swim tmrw, there is pus and i cant breathe')
  const headings = await page.getByRole('main').getByRole('heading').allInnerTexts()
  expect(headings.slice(0, 3)).toEqual([
    'Ask',
    'Call the emergency number now',
    'Call the emergency number now if you have any of these',
  ])
  await appears(page.locator('#answer:focus', { hasText: /^Call the emergency/ }))
  const card = page.locator('.care-card')
  expect(await card.count()).toBe(1)
  await card.getByRole('combobox').selectOption('AE')
  expect(await card.getByRole('link', { name: /^Call/ }).getAttribute('href')).toBe('tel:998')
  expect(await page.locator('.asked-part .pill').allInnerTexts()).not.toContain('Open')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

it('sends what it does not know to the clinic, kindly', async () => {
  const page = await open()
  await tellSession(page)
  await askFromToday(page, 'who won the match')
  const main = page.getByRole('main')
  expect(await main.locator('#answer').innerText()).toBe('We have nothing on this')
  expect(await main.innerText()).toContain('Ask your clinic')
  expect(await main.locator('.pill').count()).toBe(0)
})

it('leads from what was done to the page that takes it, and from results to results', async () => {
  const page = await open()
  await tellSession(page)
  await askFromToday(page, 'wore makeup by accident')
  const main = page.getByRole('main')
  await main.getByRole('link', { name: 'Makeup', exact: true }).click()
  expect(await appears(page.getByRole('button', { name: 'I already did it' }))).toBe(true)
  await askFromToday(page, 'when will i see results')
  await main.getByRole('link', { name: 'Your results' }).click()
  await page.waitForURL(/#\/results$/)
})

it('keeps the words out of every address and every store', async () => {
  const page = await open()
  await tellSession(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
  await askFromToday(page, 'may I go skinnydipping tonight')
  expect(page.url()).toMatch(/#\/ask$/)
  expect(asked.join('\n')).not.toContain('skinnydipping')
  const stored = await page.evaluate<string>(`(async () => {
    const found = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    found.push(JSON.stringify(history.state))
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((done) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => done(opening.result)
      })
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll()
        found.push(JSON.stringify(await new Promise((done) => { all.onsuccess = () => done(all.result) })))
      }
      database.close()
    }
    return found.join()
  })()`)
  expect(stored).toContain('microneedling')
  expect(stored).not.toContain('skinnydipping')
})

it('answers by keyboard alone, an example and a question after another', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'ask')
  await page.getByRole('textbox', { name: 'Ask in your own words' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await appears(page.locator('#answer'))
  expect(await page.locator('.asked-part h3').allInnerTexts()).toEqual(['Swimming'])
  await page.getByRole('textbox', { name: 'Ask in your own words' }).fill('can i wear makeup')
  await page.keyboard.press('Enter')
  await appears(page.locator('.asked-part h3', { hasText: 'Makeup' }))
  expect(await appears(page.locator('#answer:focus'))).toBe(true)
})

it('leaves what is being typed alone while the clock goes on', async () => {
  const page = await open()
  await tellSession(page)
  for (const screen of ['today', 'ask']) {
    await goTo(page, screen)
    const field = page.getByRole('textbox', { name: 'Ask in your own words' })
    await field.fill('can i sw')
    await page.clock.runFor(180_000)
    expect(await field.inputValue(), screen).toBe('can i sw')
  }
})

it('fetches what reads questions when somebody asks, and not before', async () => {
  const page = await open()
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  await tellSession(page)
  await page.reload()
  await appears(page.locator('main h1'))
  expect(fetched.join()).toMatch(/ledger/)
  expect(fetched.join()).not.toMatch(/ask-language|label-language|synonyms|subject-names/)
  await askFromToday(page, 'can i swim')
  expect(fetched.join()).toMatch(/ask-language/)
})

it('answers without a network once the app is kept', async () => {
  const host = await serveFolder(inject('appFolder'))
  const page = await open({ url: host.url })
  await tellSession(page)
  await untilKept(page)
  await host.close()
  await page.reload()
  await askFromToday(page, 'can i swim on friday??')
  expect(await page.locator('.asked-part .pill').allInnerTexts()).toEqual(['Not yet'])
  // A worker that looks for a newer version of itself finds nobody: that is not the app's trouble.
  expect(
    complaints().filter((one) => !/ERR_CONNECTION_REFUSED|service.?worker/i.test(one)),
  ).toEqual([])
})
