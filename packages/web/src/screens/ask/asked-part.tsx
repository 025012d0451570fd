import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { StatusPill } from '../../components/status.tsx'
import { type AskedPart, isRaised } from '../../model/asked.ts'
import { whyOf } from '../../model/why.ts'
import { medicineSentence, noteSentence } from '../../words/answer-words.ts'
import { askedSentence, askedWhen, raisedSentence } from '../../words/asked-words.ts'
import { lowerFirst } from '../../words/texts.ts'

interface PartProps {
  readonly part: AskedPart
}

/** One subject at one time: its status, when it opens, why, and the way to what each source says. */
export function Part({ part }: PartProps): JSX.Element {
  const care = useCare()
  const { i18n, texts } = care
  const { subject, status, own, raisedBy } = part
  return (
    <article class="asked-part">
      <p class="quiet">{askedWhen(care, part)}</p>
      <h3 lang={texts.lang}>{texts.subject(subject)}</h3>
      <StatusPill status={status} />
      <p class="asked-sentence">{askedSentence(care, part)}</p>
      {raisedBy.map((why) => (
        <p key={why}>{raisedSentence(care, why, part.unread)}</p>
      ))}
      <Why part={part} />
      {own.isMedicine ? (
        <p>
          <b>{medicineSentence(i18n)}</b>
        </p>
      ) : null}
      <Others part={part} />
      {own.isKnown ? (
        <p>
          <a href={hrefTo('can-i', subject)}>
            {i18n._({
              id: 'ask.sources',
              message: 'What each source says about {subject}',
              values: { subject: lowerFirst(texts.subject(subject)) },
            })}
          </a>
        </p>
      ) : null}
    </article>
  )
}

function Why({ part }: PartProps): JSX.Element | null {
  const care = useCare()
  const { texts } = care
  const why = whyOf(part.own)
  const note = isRaised(part) ? null : part.own.note
  return (
    <>
      {note ? <p lang={texts.lang}>{noteSentence(care, note)}</p> : null}
      {why === undefined ? null : <p lang={texts.lang}>{texts.text(`why.${why}`)}</p>}
    </>
  )
}

function Others({ part: { others } }: PartProps): JSX.Element | null {
  const { i18n, texts, format } = useCare()
  if (others.length === 0) return null
  const names = format.list(
    others.map((code) => lowerFirst(texts.subject(code))),
    'or',
  )
  return (
    <p class="quiet">
      {i18n._({
        id: 'ask.others',
        message: 'Your words may also mean: {names}. The strictest answer counts.',
        values: { names },
      })}
    </p>
  )
}
