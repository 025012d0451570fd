import {
  done,
  type Library,
  likelySubjects,
  type Outcome,
  refuse,
  subjectCode,
  subjectName,
  trouble,
} from '@afterglow/ledger'
import type { Answer } from '../answer.ts'
import { readLibrary, type Request } from '../care.ts'
import { subjectsPage } from '../render/subjects-page.ts'

/** `afterglow subjects [WORD]`: every name that can be asked about, or those that a word may mean. */
export async function subjectList(request: Request): Promise<Outcome<Answer>> {
  const library = readLibrary(request)
  if (!library.ok) return library
  const word = request.words.join(' ').trim()
  const codes = word === '' ? undefined : codesFor(word, library.value)
  if (codes?.length === 0)
    return refuse(trouble(word, 'not-found', 'is no subject we know; afterglow subjects lists all'))
  return done({
    text: (look) => subjectsPage(look, library.value, codes),
    json: () => subjectsJson(library.value, codes),
  })
}

function codesFor(word: string, { vocabulary }: Library): readonly string[] {
  const code = subjectCode(word, vocabulary)
  return Object.hasOwn(vocabulary.subjects, code) ? [code] : likelySubjects(word, vocabulary)
}

function subjectsJson({ vocabulary }: Library, codes: readonly string[] | undefined): unknown {
  const { subjects, texts, synonyms } = vocabulary
  return Object.entries(subjects)
    .filter(([code]) => codes?.includes(code) ?? true)
    .map(([code, { broader, narrower, group, medicine }]) => ({
      code,
      name: subjectName(texts, code),
      words: synonyms[code] ?? [],
      broader,
      narrower,
      group,
      medicine,
    }))
}
