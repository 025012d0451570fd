import { expect, it } from 'vitest'
import { useBrowser } from './open-app.ts'

const { open, foreignRequests, complaints } = useBrowser()

it('is seen when a page asks another host', async () => {
  const page = await open()
  const other = await page.context().newPage()
  await other.setContent('<img src="http://example.org/pixel.png" alt="">')
  expect(foreignRequests()).toEqual(['GET http://example.org/pixel.png'])
})

it('cannot be asked by the app: its own policy forbids it', async () => {
  const page = await open()
  const asked = await page.evaluate(() =>
    fetch('http://example.org/').then(
      () => 'answered',
      () => 'refused',
    ),
  )
  expect(asked).toBe('refused')
  expect(complaints().join()).toContain('Content Security Policy')
})
