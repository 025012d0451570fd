import { tokensOf } from '../words/fold.ts'
import type { Token } from '../words/lexicon.ts'

const WHO = new Set(
  tokensOf(`clinic doctor dr doc nurse derm dermatologist practitioner therapist surgeon they she he clinica doctora medico enfermera
  ڈاکٹر کلینک دكتور دكتوره عياده طبيب`),
)
const SAID = new Set(
  tokensOf(
    `said says say told tells advised dijo dijeron dice kaha bola kiya کہا بولا قال قالت قالوا`,
  ),
)
const NOT = new Set(
  tokensOf(
    `no not never dont avoid stop wait without mana nahi na نہیں منع لا ما espere esperar esperara nunca`,
  ),
)
/** Said of the thing itself, whoever says it. */
const FORBIDDEN = new Set(
  tokensOf(`mana منع ممنوع prohibio prohibido forbade forbidden forbid banned`),
)

/** Whether a message tells that the clinic said no: its word comes first. */
export function isForbidden(tokens: readonly Token[]): boolean {
  const says = (words: ReadonlySet<string>) => tokens.some(({ text }) => words.has(text))
  return says(FORBIDDEN) || (says(WHO) && says(SAID) && says(NOT))
}
