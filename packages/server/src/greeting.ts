import { consoleLink } from './console-link.ts'
import type { Deps } from './deps.ts'
import { setupLink } from './setup-link.ts'

const RULE = '-'.repeat(72)

/** What a server says to whoever started it, once it answers: its address and what to do next come last. */
export async function greeting(deps: Deps, demo: string | null): Promise<string> {
  const parts = [RULE, ...(demo === null ? [] : [demo]), ...mailWarning(deps)]
  return [
    ...parts,
    `Afterglow is at ${deps.baseUrl}/`,
    `The clinic’s console is at ${consoleLink(deps.baseUrl)}`,
    ...phoneWarning(deps.baseUrl),
    ...(await firstSteps(deps)),
    'Ctrl+C ends it.',
  ].join('\n')
}

/** Nobody is told by mail: a clinic has to know that before a patient relies on it. */
export function mailWarning({ config }: Pick<Deps, 'config'>): readonly string[] {
  if (config.SMTP_URL !== undefined) return []
  return ['Warning: no mail is set (SMTP_URL). Urgent check-ins alert nobody by mail.']
}

/** A link that a phone opens on itself reaches nobody. */
function phoneWarning(baseUrl: string): readonly string[] {
  const { hostname } = new URL(baseUrl)
  if (hostname !== 'localhost' && hostname !== '[::1]' && !hostname.startsWith('127.')) return []
  return ['Phones cannot reach this address. For patients set AFTERGLOW_URL (docs/operate.md).']
}

/** The link of whichever process printed one before would be good no longer: a process of reminders alone prints none. */
async function firstSteps(deps: Deps): Promise<readonly string[]> {
  const link = deps.config.AFTERGLOW_WORK === 'reminders' ? null : await setupLink(deps)
  if (link === null) return []
  return [
    'Nobody has set up a clinic here yet. Open this link to do it, once and within 24 hours:',
    `  ${link}`,
  ]
}
