import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from './open-app.ts'
import { appears, goTo, isTodayKept, openEraseSheet, tellSession, untilTodayKept } from './steps.ts'

const { open } = useBrowser()

/** Where a camera writes that a picture was taken; it must not be found again. */
const PLACE = 'GPS 25.2048 N 55.2708 E'

/** A picture of 40 by 30 pixels, as a camera gives it: with an Exif part that tells the place. */
async function cameraPicture(page: Page): Promise<Buffer> {
  const address = await page.evaluate<string>(`(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 30 })
    canvas.getContext('2d').fillRect(0, 0, 20, 30)
    return canvas.toDataURL('image/jpeg')
  })()`)
  const plain = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
  const exif = Buffer.from(`Exif\0\0${PLACE}`)
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2])
  // After the two bytes that every JPEG starts with.
  return Buffer.concat([plain.subarray(0, 2), head, exif, plain.subarray(2)])
}

/** What a piece of script makes of everything in one store of this browser: `stored` in it. */
async function fromStore<T>(
  page: Page,
  place: { readonly database: string; readonly store: string },
  script: string,
): Promise<T> {
  return page.evaluate<T>(`(async ({ database, store }) => {
    const settled = (request) => new Promise((done, fail) => {
      request.onsuccess = () => done(request.result)
      request.onerror = () => fail(request.error)
    })
    const opened = await settled(indexedDB.open(database))
    const stored = await settled(opened.transaction(store).objectStore(store).getAll())
    opened.close()
    return ${script}
  })(${JSON.stringify(place)})`)
}

/** The bytes of every picture that this browser keeps, a byte a character. */
async function keptPictures(page: Page): Promise<readonly string[]> {
  return fromStore(
    page,
    { database: 'afterglow-photos', store: 'photos' },
    `(await Promise.all(stored.map(({ image }) => image.arrayBuffer())))
      .map((bytes) => new TextDecoder('latin1').decode(bytes))`,
  )
}

async function addPicture(page: Page): Promise<Buffer> {
  await goTo(page, 'results')
  const buffer = await cameraPicture(page)
  const chooser = page.locator('input[type=file][multiple]')
  await chooser.setInputFiles({ name: 'skin.jpg', mimeType: 'image/jpeg', buffer })
  await appears(page.locator('.photo img'))
  return buffer
}

/** Everything that the app has written down, as text. */
async function keptRecord(page: Page): Promise<string> {
  return fromStore(
    page,
    { database: 'afterglow', store: 'record' },
    'JSON.stringify([stored, { ...localStorage }, { ...sessionStorage }])',
  )
}

it('keeps a photo on the device alone, without the place where it was taken', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'results')
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`)
  })
  const given = await addPicture(page)
  expect(given.includes(PLACE)).toBe(true)
  const [picture = '', ...others] = await keptPictures(page)
  expect(others).toEqual([])
  expect(picture.startsWith('\u00FF\u00D8\u00FF')).toBe(true)
  expect(picture).not.toMatch(/Exif|GPS/)
  await page.reload()
  expect(await appears(page.locator('.photo img'))).toBe(true)
  expect(sent).toEqual([])
})

it('deletes a photo for good, once asked twice', async () => {
  const page = await open()
  await tellSession(page)
  await addPicture(page)
  await page.locator('.photo').click()
  await page.getByRole('button', { name: 'Delete this photo' }).click()
  expect(await keptPictures(page)).toHaveLength(1)
  await page.getByRole('button', { name: 'Yes, delete it for good' }).click()
  await page.locator('.photo').waitFor({ state: 'detached' })
  expect(await keptPictures(page)).toEqual([])
})

it('says so where a file is no picture, and keeps nothing of it', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'results')
  const file = { name: 'skin.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') }
  await page.locator('input[type=file][multiple]').setInputFiles(file)
  expect(await appears(page.getByRole('alert').filter({ hasText: 'cannot read' }))).toBe(true)
  expect(await keptPictures(page)).toEqual([])
})

it('says what to do where it was done already, opens nothing by it, and takes it back', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'can-i/makeup')
  const until = page.getByText(/Wednesday 25 November, 12:45/).first()
  await page.getByRole('button', { name: 'I already did it' }).click()
  expect(await appears(page.getByText('You told us that you did it'))).toBe(true)
  expect(await appears(page.getByRole('heading', { name: 'Watch for' }))).toBe(true)
  await page.reload()
  expect(await appears(page.getByText('You told us that you did it'))).toBe(true)
  expect(await appears(until)).toBe(true)
  expect(await appears(page.getByText('Not yet', { exact: true }).first())).toBe(true)
  await page.getByRole('button', { name: 'That was a mistake' }).click()
  expect(await appears(page.getByRole('button', { name: 'I already did it' }))).toBe(true)
})

it('erases everything: the session, the photos, and what was drawn from them', async () => {
  const page = await open()
  await tellSession(page)
  await untilTodayKept(page)
  await addPicture(page)
  expect(await keptRecord(page)).toContain('microneedling')
  await openEraseSheet(page)
  expect(await isTodayKept(page)).toBe(true)
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, erase' }).click()
  await page.waitForURL(/#\/start$/)
  expect(await isTodayKept(page)).toBe(false)
  await page.reload()
  expect(await appears(page.locator('a[href="#/start/1"]'))).toBe(true)
  expect(await isTodayKept(page)).toBe(false)
  expect(await keptPictures(page)).toEqual([])
  expect(await keptRecord(page)).not.toContain('microneedling')
})
