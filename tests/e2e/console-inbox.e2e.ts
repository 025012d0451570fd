import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { asking, newMember } from '../../scripts/clinic-server.ts'
import { addPatient, inviteLink, listOf } from './clinic-steps.ts'
import { joinClinic, tellAlarm } from './linked-steps.ts'
import { useClinic } from './open-clinic.ts'
import { appears, isHeaded, untilKept } from './steps.ts'

const { open, owner, server } = useClinic()

async function handOver(desk: Page, to: string): Promise<void> {
  await desk.getByRole('link', { name: 'Aisha Rahman' }).first().click()
  await desk.getByLabel('Hand it to').selectOption({ label: to })
  await desk.getByRole('button', { name: 'Hand over' }).click()
}

it('raises a check-in that was made offline once it is sent, to be taken and handed over', async () => {
  const name = 'Dr Ama Boateng'
  const colleague = await newMember(server(), { by: owner(), name, roles: ['clinician'] })
  const patientId = await addPatient(server(), owner(), { name: 'Aisha Rahman' })
  const hash = await inviteLink(server(), owner(), patientId)
  const desk = await open({ path: 'clinic.html#/today', who: owner() })
  expect(await isHeaded(desk, 'Nobody waits for you')).toBe(true)
  const phone = await open({ path: hash, who: null, width: 390, height: 844 })
  await joinClinic(phone, 'Riverside')
  await untilKept(phone)

  await phone.context().setOffline(true)
  await tellAlarm(phone)
  await appears(phone.getByText('Not sent: Riverside has not got this.'))
  expect(await listOf(server(), owner(), '/alerts')).toEqual([])

  await phone.context().setOffline(false)
  await appears(phone.getByText('Riverside has got this.'))
  const first = desk.getByRole('region', { name: /Aisha Rahman/ })
  await appears(first.getByText('Trouble breathing, severe'))
  await first.getByRole('button', { name: /Take it/ }).click()
  const alerts = await listOf(server(), owner(), '/alerts')
  expect(alerts).toHaveLength(1)
  expect(alerts[0]).toMatchObject({ patientId, ownerId: owner().userId, kind: 'check-in' })

  await handOver(desk, name)
  await expect
    .poll(async () => (await listOf(server(), colleague, '/alerts'))[0]?.['ownerId'])
    .toBe(colleague.userId)
  const theirs = await open({ path: 'clinic.html#/today', who: colleague })
  await appears(theirs.getByRole('link', { name: 'Aisha Rahman' }).first())
})

it('calms nobody about a check-in with answers missing, in the table and where no plan can be read', async () => {
  const patientId = await addPatient(server(), owner(), { name: 'Rana Khalil', hoursAgo: 30 })
  const tell = (hoursAgo: number, name: string, severity: string) =>
    asking(server(), owner())('POST', `/v1/patients/${patientId}/check-ins`, {
      at: new Date(server().deps.now() - hoursAgo * 3_600_000).toISOString(),
      symptoms: [{ name, severity }],
    })
  await tell(3, 'erythema', 'mild')
  await tell(2, 'erythema', 'none')
  await tell(0, 'breathing-difficulty', 'severe')
  const desk = await open({ path: 'clinic.html#/today', who: owner() })
  const row = desk.getByRole('row').filter({ hasText: 'Rana Khalil' })
  await expect.poll(() => row.filter({ hasText: 'Answers missing' }).count()).toBe(2)
  const said = async () => (await row.allTextContents()).join()
  await expect.poll(said).toContain('Not everything was asked or answered.')
  expect(await said()).not.toMatch(/Expected|Within the usual|No signs|Nobody needed/)

  await desk.route(`**/patients/${patientId}/session`, (route) => route.fulfill({ status: 500 }))
  const alerts = await listOf(server(), owner(), '/alerts')
  const alert = alerts.find((one) => one['patientId'] === patientId)
  await desk.evaluate(`location.hash = '#/inbox/${String(alert?.['alertId'])}'`)
  await appears(desk.getByRole('heading', { name: 'Reported before' }))
  await expect.poll(() => desk.getByText('Answers missing').count()).toBe(2)
  expect(await desk.getByRole('main').textContent()).not.toMatch(/Expected|No signs/)
})
