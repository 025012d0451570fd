import { expect, it } from 'vitest'
import { useClinic } from './open-clinic.ts'
import { appears } from './steps.ts'

const { open, owner } = useClinic()

it('opens on Today for whoever has signed in', async () => {
  const page = await open({ path: 'clinic.html', who: owner() })
  await appears(page.getByRole('navigation', { name: 'Main' }))
  expect(await page.title()).toContain('Afterglow')
})
