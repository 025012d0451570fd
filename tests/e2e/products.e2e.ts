import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { serveFolder } from '../../scripts/static-server.ts'
import { useBrowser } from './open-app.ts'
import { appears, goTo, untilKept, tellSession } from './steps.ts'

const { open, complaints } = useBrowser()

const LIST = 'Aqua, Glycerin, Niacinamide, Cetearyl Alcohol, Retinol, Panthenol, Tocopherol'

async function openProducts(page: Page): Promise<void> {
  await tellSession(page)
  await goTo(page, 'products')
}

async function check(page: Page, list: string): Promise<void> {
  await listField(page).fill(list)
  await page.getByRole('button', { name: /check it/i }).click()
  await appears(page.locator('#answer'))
}

function listField(page: Page) {
  return page.getByRole('textbox', { name: 'What is in it' })
}

/** Words on white paper, as the small print of a pack is. */
async function photograph(page: Page, words: string): Promise<Buffer> {
  const paper = await page.context().newPage()
  await paper.setViewportSize({ width: 700, height: 300 })
  await paper.setContent(`<body style="margin: 32px; font: 24px/1.5 sans-serif">${words}</body>`)
  const picture = await paper.screenshot()
  await paper.close()
  return picture
}

async function giveLabel(page: Page, buffer: Buffer): Promise<void> {
  const file = { name: 'label.png', mimeType: 'image/png', buffer }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.locator('.read-note').waitFor({ timeout: 90_000 })
}

it('says of a pasted list what decides, until when, and who says so', async () => {
  const page = await open()
  await openProducts(page)
  await check(page, LIST)
  const main = page.getByRole('main')
  expect(await main.locator('#answer').innerText()).toBe('Not yet')
  expect(await appears(page.locator('#answer:focus'))).toBe(true)
  expect(await main.innerText()).toMatch(/What decides: .?Retinol/)
  expect(await main.locator('.product-opens').innerText()).toMatch(/\d{1,2} December, 10:45/)
  expect(await main.innerText()).toMatch(/Good for your skin[\s\S]*Glycerin/)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await main.getByRole('link', { name: /^What each source says about retinol/ }).click()
  await page.waitForURL(/#\/can-i\/retinol$/)
})

it('takes an answer away when the list is changed', async () => {
  const page = await open()
  await openProducts(page)
  await check(page, 'Aqua, Glycerin, Panthenol')
  expect(await page.locator('#answer').innerText()).toBe('Fine now, by its list')
  await listField(page).fill('Aqua, Glycerin, Panthenol, Retinol')
  expect(await page.locator('#answer').count()).toBe(0)
})

it('clears nothing that it cannot read, and asks for a list where there is none', async () => {
  const page = await open()
  await openProducts(page)
  await page.getByRole('button', { name: 'Check it' }).click()
  expect(await appears(page.getByText('Give us the list, or the name.'))).toBe(true)
  await check(page, 'qwfp zxcv, arst dneio, tyu hnei')
  expect(await page.locator('#answer').innerText()).toBe('We cannot clear this')
  expect(await page.getByRole('main').innerText()).toContain('Ask your clinic')
})

it('reads a photographed list on the device, shows it first, and judges it when it is confirmed', async () => {
  const page = await open()
  await openProducts(page)
  const photo = await photograph(page, `Ingredients: ${LIST}.`)
  await giveLabel(page, photo)
  const read = await listField(page).inputValue()
  for (const name of ['Glycerin', 'Niacinamide', 'Retinol', 'Panthenol'])
    expect(read).toContain(name)
  expect(await page.locator('#answer').count()).toBe(0)
  await page.getByRole('button', { name: 'The list is right: check it' }).click()
  await appears(page.locator('#answer'))
  expect(await page.locator('#answer').innerText()).toBe('Not yet')
})

it('fetches what reads a photo when one is taken, and has it without a network from then on', async () => {
  const host = await serveFolder(inject('appFolder'))
  const page = await open({ url: host.url })
  const fetched: string[] = []
  page.context().on('request', (request) => fetched.push(request.url()))
  await openProducts(page)
  await untilKept(page)
  await check(page, LIST)
  expect(fetched.filter((url) => url.includes('/ocr/'))).toEqual([])
  const photo = await photograph(page, LIST)
  await giveLabel(page, photo)
  expect(
    await page.evaluate(`caches.open('ocr').then((kept) => kept.keys()).then((all) => all.length)`),
  ).toBe(3)
  const databases = await page.evaluate<readonly string[]>(
    'indexedDB.databases().then((all) => all.map(({ name }) => name))',
  )
  expect(databases.filter((name) => !name.startsWith('afterglow'))).toEqual([])
  await host.close()
  await page.reload()
  await appears(listField(page))
  await giveLabel(page, photo)
  expect(await listField(page).inputValue()).toContain('Retinol')
  // A worker that looks for a newer version of itself finds nobody: that is not the app's trouble.
  expect(
    complaints().filter((one) => !/ERR_CONNECTION_REFUSED|service.?worker/i.test(one)),
  ).toEqual([])
})

it('says what to do where a file is no picture', async () => {
  const page = await open()
  await openProducts(page)
  const file = { name: 'label.png', mimeType: 'image/png', buffer: Buffer.from('no picture') }
  await page.locator('input[type=file]').setInputFiles(file)
  expect(await appears(page.getByText('The photo could not be read.'))).toBe(true)
})

it('is used by keyboard alone', async () => {
  const page = await open()
  await openProducts(page)
  await listField(page).focus()
  await page.keyboard.type('Aqua, Glycolic Acid')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await appears(page.locator('#answer'))
  expect(await page.locator('#answer').innerText()).toBe('Not yet')
})
