import type { ComponentType, JSX } from 'preact'
import { Broken } from '../../app/broken.tsx'
import type { ScreenProps } from '../../app/screens.tsx'
import { useLazy } from '../../app/use-lazy.ts'

/** What a clinic prints, mails and shows on a patient's device, each fetched when it is gone to. */
export function ClinicScreen({ rest: [name = '', ...rest] }: ScreenProps): JSX.Element | null {
  const lazy = useLazy(() => loadPage(name), name)
  if (lazy === 'broken') return <Broken />
  if (lazy === undefined) return null
  return <lazy.value rest={rest} />
}

async function loadPage(name: string): Promise<ComponentType<ScreenProps>> {
  switch (name) {
    case 'join':
      return (await import('../join/join-page.tsx')).JoinPage
    case 'messages':
      return (await import('../messages/messages-page.tsx')).MessagesPage
    case 'answer':
      return (await import('../answer/answer-page.tsx')).AnswerPage
    case 'unsubscribe':
      return (await import('../unsubscribe/unsubscribe-page.tsx')).UnsubscribePage
    case 'my-plan':
      return (await import('../my-plan/my-plan-page.tsx')).MyPlanPage
    default:
      return (await import('../my-clinic/my-clinic-page.tsx')).MyClinicPage
  }
}
