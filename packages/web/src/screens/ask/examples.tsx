import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { exampleQuestions } from './example-questions.ts'

/** How it may be asked, to be tried with one tap. */
export function Examples({ onAsk }: { readonly onAsk: (words: string) => void }): JSX.Element {
  const { i18n } = useCare()
  return (
    <section class="stack-s">
      <h2 class="card-title">{i18n._({ id: 'ask.examples', message: 'For example' })}</h2>
      <ul class="cluster">
        {exampleQuestions(i18n).map((question) => (
          <li key={question}>
            <button type="button" class="ask-try" onClick={() => onAsk(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
