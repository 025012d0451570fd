import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { appears, isHeaded } from './steps.ts'

/** A patient's phone: nobody of the clinic is signed in. */
export const PHONE = { who: null, width: 390, height: 844 } as const

/** Presses the button of an invitation, and waits for the plan. */
export async function joinClinic(page: Page, clinic: string): Promise<void> {
  await page.getByRole('button', { name: 'Open my plan' }).click()
  await page.waitForURL(/#\/today$/)
  await appears(page.getByRole('link', { name: clinic, exact: true }))
}

/** Says in a check-in what cannot wait. */
export async function tellAlarm(page: Page): Promise<void> {
  await page.evaluate(`location.hash = '#/check-in'`)
  const breathing = page.getByRole('group', { name: 'Trouble breathing' })
  await breathing.getByRole('radio', { name: 'Yes' }).check()
  await breathing.getByRole('button', { name: 'Show me who to call' }).click()
  expect(await isHeaded(page, 'Call the emergency number now')).toBe(true)
}
