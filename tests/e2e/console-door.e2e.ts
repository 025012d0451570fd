import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { resetPassword } from '../../packages/server/src/auth/password-reset.ts'
import { totp } from '../../packages/server/src/auth/staff-testing.ts'
import { asking, newMember } from '../../scripts/clinic-server.ts'
import { addPatient, inviteLink } from './clinic-steps.ts'
import {
  addAuthenticator,
  keptIn,
  nextStep,
  signInAgain,
  signOut,
  typePassword,
} from './door-steps.ts'
import { joinClinic } from './linked-steps.ts'
import { useClinic } from './open-clinic.ts'
import { appears, isHeaded } from './steps.ts'

const { open, openBeside, owner, server } = useClinic()

const PASSWORD = 'harbour violin 31 meadow'

it('opens on Today for whoever has signed in', async () => {
  const page = await open({ path: 'clinic.html', who: owner() })
  await appears(page.getByRole('navigation', { name: 'Main' }))
  expect(await page.title()).toContain('Afterglow')
})

it('signs in with a password and a code, and goes on to the address that was asked for', async () => {
  const who = await newMember(server(), { by: owner(), name: 'Ama Boateng', roles: ['clinician'] })
  const page = await open({ path: 'clinic.html#/patients', who: null })
  await typePassword(page, { ...who, password: 'not the password' })
  await appears(page.getByText('The e-mail address or the password is not right. Check both.'))
  await typePassword(page, who)
  await isHeaded(page, 'Type the six digits')
  await page.getByLabel('Code').fill('000000')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await appears(page.getByText(/This code is not right/))
  await page.getByLabel('Code').fill(totp(who.secret, nextStep()))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await isHeaded(page, 'Patients')
  expect(page.url()).toMatch(/#\/patients$/)
})

/** The link of an invitation, below the server's address. */
async function teamLink(email: string): Promise<string> {
  const invitation = { email, roles: ['front-desk'] }
  const { link } = await asking(server(), owner())('POST', '/v1/team/invitations', invitation)
  const { pathname, hash } = new URL(String(link))
  return `${pathname.slice(1)}${hash}`
}

it('says on arrival that a link to a team is no longer good, before anything is filled in', async () => {
  const older = await teamLink('twice@clinic.example')
  const newer = await teamLink('twice@clinic.example')
  const page = await open({ path: older, who: null })
  await isHeaded(page, 'This link is no longer good')
  await appears(page.getByText(/ask an owner of the clinic to invite you again/))
  expect(await page.getByLabel('Your name').count()).toBe(0)
  await page.getByRole('button', { name: 'Go to sign-in' }).click()
  await isHeaded(page, 'Sign in')
  const good = await open({ path: newer, who: null })
  await good.waitForLoadState('networkidle')
  await isHeaded(good, 'Join your clinic’s team')
})

async function join(page: Page, name: string): Promise<void> {
  await isHeaded(page, 'Join your clinic’s team')
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await isHeaded(page, 'You are in the team')
  await page.getByRole('button', { name: 'Go to sign-in' }).click()
}

it('joins a team by a link, sets a passkey up, and signs in with that alone', async () => {
  const email = 'tariq@clinic.example'
  const page = await open({ path: await teamLink(email), who: null })
  await addAuthenticator(page)
  await join(page, 'Tariq Aziz')
  await typePassword(page, { email, password: PASSWORD })
  // The password alone opens nothing.
  await isHeaded(page, 'A second step to sign in')
  await page.getByRole('radio', { name: 'A passkey' }).check()
  await page.getByRole('button', { name: 'Set it up' }).click()
  await page.getByRole('button', { name: 'Make the passkey' }).click()
  await appears(page.getByRole('navigation', { name: 'Main' }))
  await signOut(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  expect(await appears(page.getByRole('navigation', { name: 'Main' }))).toBe(true)
  // The front desk records and hands out; what only an owner decides is not there for it.
  await page.evaluate(`location.hash = '#/settings/keys'`)
  await appears(page.getByText('Only an owner of the clinic sees this.'))
})

async function choose(page: Page, password: string): Promise<void> {
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Choose this password' }).click()
}

it('chooses a new password by the operator’s link, and is asked for nothing else', async () => {
  const who = await newMember(server(), { by: owner(), name: 'Ama Boateng', roles: ['clinician'] })
  const reset = await resetPassword(server().deps, who.email)
  if (!reset.ok) throw new Error(JSON.stringify(reset.issues))
  const path = `clinic.html#/new-password/${reset.value.token}`
  const page = await open({ path, who: null })
  await isHeaded(page, 'Choose a new password')
  expect(page.url()).not.toContain(reset.value.token)
  const late = await open({ path, who: null })
  await isHeaded(late, 'Choose a new password')
  await choose(page, 'too short')
  await appears(page.getByText(/^Choose another one: 12 to 128 characters/))
  await choose(page, PASSWORD)
  await isHeaded(page, 'You have a new password')
  await choose(late, PASSWORD)
  await isHeaded(late, 'This link is no longer good')
  await page.getByRole('button', { name: 'Go to sign-in' }).click()
  await signInAgain(page, { ...who, password: PASSWORD })
  await appears(page.getByRole('navigation', { name: 'Main' }))
  const again = await open({ path, who: null })
  await isHeaded(again, 'This link is no longer good')
  const { items } = await asking(server(), owner())('GET', '/v1/team/names')
  expect(items).toContainEqual(expect.objectContaining({ userId: who.userId, name: who.name }))
})

const OF_PATIENTS = /Wilhelmina|Farrow|database/

it('leaves nothing of patients in the page, or on the device, after signing out', async () => {
  const who = await newMember(server(), { by: owner(), name: 'Ama Boateng', roles: ['clinician'] })
  const patientId = await addPatient(server(), who, { name: 'Wilhelmina Farrow' })
  const page = await open({ path: 'clinic.html#/patients', who })
  await page.getByRole('link', { name: 'Wilhelmina Farrow' }).click()
  await isHeaded(page, 'Wilhelmina Farrow')
  const beside = await openBeside(page, `clinic.html#/patients/${patientId}/plan`)
  await isHeaded(beside, 'Wilhelmina Farrow')
  await signOut(page)
  expect(await keptIn(page)).not.toMatch(OF_PATIENTS)
  await page.goBack()
  await isHeaded(page, 'Sign in')
  expect(await keptIn(page)).not.toMatch(OF_PATIENTS)
  // Another window of the same browser says no more than this one from its next step on.
  await beside.evaluate(`location.hash = '#/patients/${patientId}/messages'`)
  await isHeaded(beside, 'Sign in')
  expect(await keptIn(beside)).not.toMatch(OF_PATIENTS)
})

it('stays signed in where a patient signs out in the same browser, whose app is erased', async () => {
  const who = await newMember(server(), { by: owner(), name: 'Ama Boateng', roles: ['clinician'] })
  const patientId = await addPatient(server(), who, { name: 'Wilhelmina Farrow' })
  const link = await inviteLink(server(), owner(), patientId)
  const page = await open({ path: 'clinic.html', who })
  await appears(page.getByRole('navigation', { name: 'Main' }))
  const phone = await openBeside(page, link)
  await joinClinic(phone, 'Riverside')
  await phone.evaluate(`location.hash = '#/my-clinic/sign-out'`)
  await phone.getByRole('button', { name: 'Yes, sign out and erase' }).click()
  await isHeaded(phone, 'You are signed out')
  await page.reload()
  expect(await appears(page.getByRole('navigation', { name: 'Main' }))).toBe(true)
})
