import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { newClinic } from '../../scripts/clinic-server.ts'
import { LOCALES, lookAt } from './axe.ts'
import { filledClinic, lookAtDoors, lookAtEach, openScreen, untilSettled } from './console-look.ts'
import {
  consoleScreens,
  DOORS,
  EMPTY_SCREENS,
  mainScreens,
  SECOND_FACTOR,
  type Shown,
} from './console-screens.ts'
import { useClinic } from './open-clinic.ts'
import { appears } from './steps.ts'

const { open, owner, server } = useClinic()

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const SCREENS = join(import.meta.dirname, '../../packages/web/src/clinic/screens')

const state: { shown?: Shown } = {}

beforeAll(async () => {
  state.shown = await filledClinic(server(), owner())
})

function shown(): Shown {
  if (!state.shown) throw new Error('looked at before the clinic is filled')
  return state.shown
}

it('looks at every screen that the console has', () => {
  const files = globSync('*/*-screen.tsx', { cwd: SCREENS })
  const names = files.map((file) => file.split('/')[0] ?? '')
  expect(names.length).toBeGreaterThan(10)
  const looked = [...consoleScreens(shown()), ...DOORS, SECOND_FACTOR]
  const first = new Set(looked.map((screen) => screen.split('/')[0]))
  expect(names.filter((name) => !first.has(name))).toEqual([])
})

/**
 * Every screen with each width, each of the two schemes and each direction once: colours do not depend on the width, nor
 * names and labels on the colours. What reads in the other languages is looked at where there is most of it.
 */
const LOOKS = [
  { locale: 'en', scheme: 'light', size: DESK, other: PHONE, isWhole: true },
  { locale: 'ar', scheme: 'dark', size: PHONE, other: DESK, isWhole: true },
  { locale: 'es', scheme: 'dark', size: DESK, other: PHONE, isWhole: false },
  { locale: 'ur', scheme: 'light', size: PHONE, other: DESK, isWhole: false },
] as const

it.each(LOOKS)(
  'finds nothing on the screens in $locale, $scheme, $size.width wide',
  async ({ locale, scheme, size, other, isWhole }) => {
    const who = owner()
    const look = { scheme, locale: LOCALES[locale], ...size }
    const page = await open({ path: 'clinic.html#/today', who, ...look })
    const screens = isWhole ? consoleScreens(shown()) : mainScreens(shown())
    expect(await lookAtEach(page, screens, { other, hasColours: isWhole })).toEqual([])
  },
  600_000,
)

it.each([
  { locale: 'en', scheme: 'light' },
  { locale: 'ar', scheme: 'dark' },
] as const)(
  'finds nothing where nothing has happened yet, nor at the doors, in $locale, $scheme',
  async ({ locale, scheme }) => {
    const who = await newClinic(server(), 'Hillside')
    const look = { scheme, locale: LOCALES[locale], ...PHONE }
    const page = await open({ path: 'clinic.html#/today', who, ...look })
    expect(await lookAtEach(page, EMPTY_SCREENS, { other: DESK })).toEqual([])
    const outside = await open({ path: 'clinic.html#/today', who: null, ...look })
    expect(await lookAtDoors(outside, DOORS, { other: DESK })).toEqual([])
    // Nobody says that these links are none: their forms stand.
    await outside.route('**/api/v1/**/check', (route) => route.abort())
    const forms = DOORS.filter((door) => door.includes('/'))
    expect(await lookAtDoors(outside, forms, { other: DESK })).toEqual([])
  },
  600_000,
)

/** What opens over a screen, and how: by a key, or by a button of this name. */
const DIALOGS = [
  ['today', { key: '/' }],
  ['today', { key: '?' }],
  ['patients/PATIENT', { button: 'Change a time' }],
  ['patients/PATIENT', { button: 'Clear a subject' }],
  ['patients/PATIENT', { button: /^Take back/ }],
  ['patients/PATIENT/record', { button: 'New link' }],
  ['patients/PATIENT/record', { button: 'What would be lost' }],
  ['sheet/PATIENT', { key: 's' }],
] as const

async function openDialog(page: Page, how: (typeof DIALOGS)[number][1]): Promise<void> {
  if ('key' in how) await page.keyboard.press(how.key)
  else await page.getByRole('button', { name: how.button }).first().click()
  await appears(page.locator('dialog[open]'))
  await untilSettled(page)
}

it.each(['light', 'dark'] as const)(
  'finds nothing in dialogs, in %s',
  async (scheme) => {
    const page = await open({ path: 'clinic.html#/today', who: owner(), scheme, ...PHONE })
    const found: string[] = []
    for (const [screen, how] of DIALOGS) {
      await openScreen(page, screen.replace('PATIENT', shown().patientId))
      await openDialog(page, how)
      const troubles = await lookAt(page, { other: DESK })
      found.push(...troubles.map((one) => `${screen} ${JSON.stringify(how)}: ${one}`))
      await page.keyboard.press('Escape')
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
    }
    expect(found).toEqual([])
  },
  600_000,
)

it('finds nothing in a draft of the protocol, nor in what it changes', async () => {
  const page = await open({ path: 'clinic.html#/protocol/subject/makeup', who: owner(), ...PHONE })
  await page.getByRole('radio', { name: 'Longer' }).check()
  await page.getByLabel('Leave it for').first().fill('6')
  await page.getByLabel('Unit').selectOption('day')
  await page.getByRole('button', { name: 'Put it in the draft' }).click()
  expect(await lookAtEach(page, ['protocol/draft', 'protocol/preview'], { other: DESK })).toEqual(
    [],
  )
})
