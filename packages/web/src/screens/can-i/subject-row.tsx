import { assess } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Row } from '../../components/row.tsx'
import { StatusMark } from '../../components/status.tsx'
import { childrenOf } from '../../model/entry.ts'
import { shortAnswer } from '../../words/answer-words.ts'

interface SubjectRowProps {
  readonly subject: string
  /** Whether the narrower subjects follow, each in a row of its own. */
  readonly withNarrower?: boolean
}

/** A subject with its answer in a few words. */
export function SubjectRow({ subject, withNarrower = false }: SubjectRowProps): JSX.Element {
  const care = useCare()
  const { plan, at, texts } = care
  const verdict = assess(plan, subject, at)
  return (
    <>
      <Row
        href={hrefTo('can-i', subject)}
        mark={<StatusMark status={verdict.status} />}
        title={<span lang={texts.lang}>{texts.subject(subject)}</span>}
        note={shortAnswer(care, verdict)}
      />
      {withNarrower
        ? childrenOf(plan, subject).map((child) => (
            <SubjectRow key={child} subject={child} withNarrower />
          ))
        : null}
    </>
  )
}
