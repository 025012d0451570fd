import { type ClinicServer, openClinicServer } from './clinic-server.ts'
import { newFilledClinic } from './filled-clinic.ts'
import { measure, type OpenBrowser, openBrowser, report } from './lighthouse-run.ts'

const GOALS = { accessibility: 1, 'best-practices': 1 } as const

/** The screens of a clinic and of its patient's app, with a made-up clinic in them; true where each reaches its goals. */
export async function measureClinic(appFolder: string): Promise<boolean> {
  const server = await openClinicServer({ appFolder })
  const browser = await openBrowser()
  try {
    const { owner, patientId, link } = await newFilledClinic(server)
    const reached = [await measureOne(server, browser.port, 'clinic.html#/sign-in')]
    await browser.context.addCookies([{ ...owner.cookie, url: server.url, httpOnly: true }])
    for (const screen of screensOf(patientId))
      reached.push(await measureOne(server, browser.port, screen))
    await join(browser, link)
    for (const screen of PATIENTS_SCREENS)
      reached.push(await measureOne(server, browser.port, screen))
    return reached.every(Boolean)
  } finally {
    await browser.context.close()
    await server.close()
  }
}

const PATIENTS_SCREENS = ['today', 'check-in', 'messages', 'my-clinic'].map(
  (screen) => `index.html#/${screen}`,
)

function screensOf(patientId: string): readonly string[] {
  return [
    'today',
    'inbox',
    'patients',
    `patients/${patientId}`,
    `patients/${patientId}/plan`,
    `patients/${patientId}/course`,
    `patients/${patientId}/photos`,
    `patients/${patientId}/messages`,
    `patients/${patientId}/record`,
    `new-session/${patientId}`,
    `sheet/${patientId}`,
    'series/all',
    'protocol',
    'protocol/subject/makeup',
    'insight',
    'settings/look',
    'settings/team',
  ].map((screen) => `clinic.html#/${screen}`)
}

async function join({ context }: OpenBrowser, link: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'Open my plan' }).click()
  await page.waitForURL(/#\/today$/)
  await page.close()
}

async function measureOne(server: ClinicServer, port: number, screen: string): Promise<boolean> {
  const result = await measure(server.url + screen, port, GOALS)
  return report(screen, [result], GOALS)
}
