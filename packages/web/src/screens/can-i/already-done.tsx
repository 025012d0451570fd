import { isOpen } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import type { SubjectAnswer } from '../../model/subject-answer.ts'

/** "I already did it": no window changes; what to do now and what to watch for is shown, without blame. */
export function AlreadyDone({ answer }: { readonly answer: SubjectAnswer }): JSX.Element | null {
  const { i18n, act, at, record } = useCare()
  const { status, subject, done, isKnown, isPlanned, isMedicine } = answer
  if (done) return <WhatNow answer={answer} />
  // What the patient did is the patient's to tell.
  const isOthers = record.clinic?.kind === 'caregiver'
  if (!isKnown || isPlanned || isOpen(status) || isOthers) return null
  return (
    <div>
      <Button onClick={() => act({ type: 'done', at, subject })}>
        {isMedicine
          ? i18n._({ id: 'done.taken', message: 'I have already taken or used it' })
          : i18n._({ id: 'done.did', message: 'I already did it' })}
      </Button>
    </div>
  )
}

function WhatNow({ answer }: { readonly answer: SubjectAnswer }): JSX.Element | null {
  const { i18n, texts, format, at } = useCare()
  const takeBack = useTakingBack(answer)
  const { done } = answer
  if (!done) return null
  return (
    <Card title={i18n._({ id: 'done.title', message: 'You told us that you did it' })}>
      <p lang={texts.lang} role="status">
        {done.text === undefined
          ? i18n._({ id: 'done.ask', message: 'Tell your clinic, and ask what to do now.' })
          : texts.text(done.text)}
      </p>
      {done.watchFor.length > 0 ? (
        <div class="stack-s">
          <h3>{i18n._({ id: 'done.watch', message: 'Watch for' })}</h3>
          <ul class="watch" lang={texts.lang}>
            {done.watchFor.map((sign) => (
              <li key={sign}>
                <b>{texts.sign(sign)}</b>
                <span class="row-note">{texts.signLooks(sign)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <p class="quiet">
        <a href={hrefTo('help')}>{i18n._({ id: 'done.help', message: 'When to get help' })}</a>
        {' · '}
        {format.shortDayTime(done.at, at)}
        {takeBack === null ? null : (
          <>
            {' · '}
            <button class="link" type="button" onClick={takeBack}>
              {i18n._({ id: 'done.take-back', message: 'That was a mistake' })}
            </button>
          </>
        )}
      </p>
    </Card>
  )
}

/** A clinic's plan keeps what the clinic has: what is on its way can be held back, and nothing else. */
function useTakingBack({ done, subject }: SubjectAnswer): (() => void) | null {
  const { record, linked, takeBack } = useCare()
  if (!done) return null
  if (record.clinic === null) return () => takeBack({ type: 'done', at: done.at, subject })
  const item = linked?.items.find(
    ({ what, state }) =>
      state === 'waiting' &&
      what.kind === 'event' &&
      what.event.type === 'done' &&
      what.event.at === done.at &&
      what.event.subject === subject,
  )
  return item ? () => void heldBack(item.id) : null
}

async function heldBack(id: string): Promise<void> {
  const { OUTBOX } = await import('../../linked/outbox-store.ts')
  await OUTBOX.remove(id)
}
