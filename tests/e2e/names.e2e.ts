import { expect, it } from 'vitest'
import { useBrowser } from './open-app.ts'
import { MORE_CLINIC_LINKS, SCREENS } from './screens.ts'
import { appears, arriveAt, goTo, openExample, startNowhere, tellSession } from './steps.ts'

const { open } = useBrowser()

it('names the ways through the app, always in the same order, and which one is here', async () => {
  const page = await open()
  await openExample(page)
  const ways = ['Today', 'Can I?', 'Timeline', 'Check in', 'Help']
  const nav = page.getByRole('navigation', { name: 'Main' })
  for (const screen of SCREENS) {
    await goTo(page, screen)
    expect(await nav.getByRole('link').allInnerTexts(), screen).toEqual(ways)
  }
  for (const screen of ['today', 'can-i', 'timeline', 'check-in', 'help']) {
    await goTo(page, screen)
    const here = nav.locator('[aria-current=page]')
    expect(await here.getAttribute('href'), screen).toBe(`#/${screen}`)
  }
})

it('gives every question its legend, every choice its words and what it means', async () => {
  const page = await open()
  for (let question = 1; question <= 6; question++) {
    await goTo(page, `start/${question}`)
    const lines = (await page.locator('form.question').ariaSnapshot()).split('\n')
    const legends = lines.filter((line) => line.startsWith('- group'))
    expect(legends.filter((line) => !/^- group "\S.*":$/.test(line))).toEqual([])
    const choices = lines.filter((line) => /- (radio|checkbox)\b/.test(line))
    expect(choices.length, legends.join()).toBeGreaterThan(2)
    // Each in a group: what stands within is indented.
    expect(choices.filter((line) => !/^ +- \w+ "\S.*"/.test(line))).toEqual([])
    expect(choices.join()).toMatch(/"I don't know/)
  }
})

it('says what a choice means in its name', async () => {
  const page = await open()
  await goTo(page, 'start/3')
  const snapshot = await page.locator('form.question').ariaSnapshot()
  expect(snapshot).toContain('radio "A pen The tip moves up and down by itself"')
})

it('reads Today in order: the day, what is expected, what to do, what opens next', async () => {
  const page = await open()
  await tellSession(page)
  const headings = await page.getByRole('main').getByRole('heading').allInnerTexts()
  const [day] = await page.locator('main .page-kicker, main h1').allInnerTexts()
  expect(day).toBe('Day 0 · 1 hour after microneedling')
  expect(headings[0]).toMatch(/^Redness, swelling/)
  expect(headings).toContain('Do today')
  expect(headings.indexOf('Do today')).toBeLessThan(headings.indexOf('Opens next'))
  const levels = await page.evaluate<readonly number[]>(
    `[...document.querySelectorAll('main h1, main h2, main h3')].map((one) => Number(one.tagName[1]))`,
  )
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  for (const [index, level] of levels.entries())
    expect(level - (levels[index - 1] ?? 0), levels.join()).toBeLessThanOrEqual(1)
})

it('says a row of the timeline in words: what, which status, until when', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'timeline')
  const row = page.getByRole('button', {
    name: /^Makeup Not yet: until Wed 25 Nov, 12:45\. With care: from Wed 25 Nov, 12:45/,
  })
  expect(await appears(row)).toBe(true)
})

it('gives the status of an answer in words, beside its mark', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'can-i/makeup')
  const snapshot = await page.getByRole('main').ariaSnapshot()
  expect(snapshot).toContain('Not yet')
  expect(snapshot).toMatch(/heading "Makeup" \[level=1\]/)
  expect(snapshot).toContain('heading "What each source says"')
})

it('describes each sign of the check-in where its question is asked', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'check-in')
  const group = page.getByRole('group', { name: 'Trouble breathing' })
  const described = await group.getAttribute('aria-describedby')
  expect(await page.locator(`[id="${described}"]`).innerText()).toMatch(/hard to speak or swallow/)
  expect(await group.getByRole('radio', { name: 'Yes' }).count()).toBe(1)
})

it('names the level of every care card, and the list under it', async () => {
  const page = await open()
  await goTo(page, 'help')
  for (const level of [
    'Call the emergency number now',
    'Get medical help today',
    'Contact your clinic',
  ])
    expect(await appears(page.getByRole('region', { name: new RegExp(`^${level}`) }))).toBe(true)
})

it('tells what changed without being asked: the place of a message is announced', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'can-i')
  await page.getByRole('searchbox').fill('swim')
  expect(await appears(page.getByRole('status').filter({ hasText: /\d/ }).first())).toBe(true)
})

it('has a title for every screen, and another one for each', async () => {
  const page = await open()
  await openExample(page)
  await startNowhere(page)
  const screens = new Map<string, string>()
  // A question of the start asked anew, and other addresses of one screen: under the same words.
  const again = ['session/ended', ...MORE_CLINIC_LINKS]
  for (const screen of SCREENS.filter((one) => !again.includes(one))) {
    await arriveAt(page, screen)
    const title = await page.title()
    expect(title).toMatch(/^\S.* · Afterglow$/)
    expect(screens.get(title), `${screen}: ${title}`).toBeUndefined()
    screens.set(title, screen)
  }
})
