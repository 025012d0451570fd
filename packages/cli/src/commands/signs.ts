import { SIGNS } from '@afterglow/engine'
import { done, type Library, type Outcome, signName, wordsFor } from '@afterglow/ledger'
import type { Answer } from '../answer.ts'
import { readLibrary, type Request } from '../care.ts'
import { noWords } from '../flags.ts'
import { signsPage } from '../render/signs-page.ts'

/** `afterglow signs`: every sign that a check-in can report, with the words that are read as it. */
export async function signList(request: Request): Promise<Outcome<Answer>> {
  const stray = noWords(request, () => 'afterglow signs lists them all')
  if (!stray.ok) return stray
  const library = readLibrary(request)
  if (!library.ok) return library
  return done({
    text: (look) => signsPage(look, library.value),
    json: () => signsJson(library.value),
  })
}

function signsJson({ texts }: Library): unknown {
  return SIGNS.map((code) => ({
    code,
    name: signName(texts, code),
    text: texts.text(`sign.${code}`),
    words: wordsFor(code),
  }))
}
