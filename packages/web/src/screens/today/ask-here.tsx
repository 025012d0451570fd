import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { goTo, hrefTo } from '../../app/route.ts'
import { AskField } from '../../components/ask-field.tsx'

/** The question is asked here and answered on its own page; the address says nothing of it. */
export function AskHere(): JSX.Element {
  const { question } = useCare()
  return (
    <AskField
      onAsk={(words) => {
        question.current = words
        goTo(hrefTo('ask'))
      }}
    />
  )
}
