import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { Button } from '../../components/button.tsx'
import { CareCards } from '../../components/care-cards.tsx'
import { Page } from '../../components/page.tsx'
import { type Answer, ask, newKey } from '../../linked/ask.ts'
import { goneWrong } from '../../linked/linked-words.ts'

const ANSWERS = ['done', 'not-yet', 'worse'] as const
type Said = (typeof ANSWERS)[number]

/** A reminder answered by its link alone. That it is opened says nothing: three buttons do. */
export function AnswerPage({ rest: [token = ''] }: ScreenProps): JSX.Element {
  const { i18n } = useApp()
  const [said, setSaid] = useState<Said | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => history.replaceState(null, '', hrefTo('answer')), [])
  const say = async (one: Said): Promise<void> => {
    setSaid(one)
    setAnswer(null)
    const body = { token, answer: one }
    setAnswer(await ask({ method: 'POST', path: '/answers', body, key: newKey() }))
  }
  // What to do comes at once, and not only when the server has answered.
  if (said === 'worse') return <Worse answer={answer} />
  return (
    <Page
      title={i18n._({ id: 'answer.title', message: 'Your reminder' })}
      lead={i18n._({
        id: 'answer.lead',
        message: 'How did it go? Your clinic sees what you press.',
      })}
    >
      <div class="cluster">
        <Button kind="main" onClick={() => void say('done')}>
          {i18n._({ id: 'answer.done', message: 'It is done' })}
        </Button>
        <Button onClick={() => void say('not-yet')}>
          {i18n._({ id: 'answer.not-yet', message: 'Not yet' })}
        </Button>
        <Button onClick={() => void say('worse')}>
          {i18n._({ id: 'answer.worse', message: 'It is worse' })}
        </Button>
      </div>
      <p role="status">{said === null ? '' : <Heard answer={answer} />}</p>
      <p>
        <a href={hrefTo('help')}>{i18n._({ id: 'help.title', message: 'When to get help' })}</a>
      </p>
    </Page>
  )
}

/** Whether the clinic's server has it: never said before it does. */
function Heard({ answer }: { readonly answer: Answer | null }): JSX.Element {
  const { i18n } = useApp()
  if (answer === null) return <>{i18n._({ id: 'answer.sending', message: 'It is being sent …' })}</>
  if (answer.kind === 'answered')
    return <>{i18n._({ id: 'answer.sent', message: 'Your clinic has it. Thank you.' })}</>
  if (answer.kind === 'refused' && answer.status === 410)
    return (
      <>
        {i18n._({
          id: 'answer.ended',
          message:
            'This link is no longer good. Nothing was sent. Call your clinic if you need to.',
        })}
      </>
    )
  return (
    <>
      {i18n._({ id: 'answer.not-sent', message: 'It was not sent.' })}{' '}
      {goneWrong(i18n, answer.kind)}
    </>
  )
}

function Worse({ answer }: { readonly answer: Answer | null }): JSX.Element {
  const { i18n } = useApp()
  const phone = answer?.kind === 'answered' ? answer.body['phone'] : null
  const number = answer?.kind === 'answered' ? answer.body['emergencyNumber'] : null
  return (
    <Page
      title={i18n._({ id: 'answer.worse-title', message: 'Call your clinic now' })}
      lead={i18n._({
        id: 'answer.worse-lead',
        message: 'Do not wait for an answer here. Read the cards, and do what they say.',
      })}
    >
      <div class="cluster">
        {typeof phone === 'string' ? <Call number={phone} /> : null}
        {typeof number === 'string' ? <Call number={number} /> : null}
      </div>
      <p role="status">
        <Heard answer={answer} />
      </p>
      <CareCards />
    </Page>
  )
}

function Call({ number }: { readonly number: string }): JSX.Element {
  const { i18n } = useApp()
  return (
    <Button kind="main" href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>
      {i18n._({ id: 'call.call', message: 'Call' })} <bdi dir="ltr">{number}</bdi>
    </Button>
  )
}
