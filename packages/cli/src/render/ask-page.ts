import { cautionOf, isOpen, type Status, urgencyOf } from '@afterglow/engine'
import type { AskAnswer } from '@afterglow/language'
import { PLAN } from '../copy.ts'
import { page, paint, paragraph, type Tone } from '../layout.ts'
import { estimatedLines, toldLines } from './told-lines.ts'
import type { View } from './view.ts'

/** An answer with the sentences that say it. */
export interface SaidAnswer extends AskAnswer {
  readonly text: string
}

/** The answer in the words of `ask`: its first line in the tone of the most cautious part, a sentence a paragraph. */
export function askPage(view: View, answer: SaidAnswer): string {
  const { look } = view
  const [first = '', ...rest] = answer.text.split('\n')
  return page([
    ...paragraph(look, first, 0).map((line) => paint(look, toneOf(answer), line)),
    ...rest.flatMap((text) => paragraph(look, text, 0)),
    ...estimatedLines(view),
    ...toldLines(view),
    '',
    ...paragraph(look, PLAN.safety, 0),
  ])
}

function toneOf({ kind, disposition, status }: AskAnswer): Tone {
  if (kind === 'triage' && disposition !== null)
    return urgencyOf(disposition) >= urgencyOf('urgent') ? 'alarm' : 'care'
  return kind === 'unknown' || status === null ? 'ask' : toneOfStatus(status)
}

function toneOfStatus(status: Status): Tone {
  if (status === 'caution') return 'care'
  if (isOpen(status)) return 'go'
  return cautionOf(status) === cautionOf('avoid') ? 'stop' : 'ask'
}
