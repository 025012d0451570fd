import { type Library, subjectName } from '@afterglow/ledger'
import { SUBJECTS } from '../copy-lists.ts'
import { type Look, page, paint, paragraph, row } from '../layout.ts'
import { childrenOf } from './entries.ts'

const DEEPER = 2

/** The tree of subjects, each with its code; only some of them where `codes` names those. */
export function subjectsPage(
  look: Look,
  library: Library,
  codes: readonly string[] | undefined,
): string {
  const roots = Object.entries(library.vocabulary.subjects)
    .filter(([, { broader }]) => broader.length === 0)
    .map(([code]) => code)
  const lines = codes
    ? codes.flatMap((code) => subjectLine(look, library, { code, depth: 0 }))
    : roots.flatMap((code) => ['', ...branchLines(look, library, { code, depth: 0 })])
  return page([
    paint(look, 'title', SUBJECTS.title),
    ...paragraph(look, SUBJECTS.how, 0),
    ...(codes ? [''] : []),
    ...lines,
  ])
}

interface Place {
  readonly code: string
  readonly depth: number
}

function branchLines(look: Look, library: Library, place: Place): readonly string[] {
  const below = childrenOf(library.vocabulary, place.code)
  return [
    ...subjectLine(look, library, place),
    ...below.flatMap((code) => branchLines(look, library, { code, depth: place.depth + 1 })),
  ]
}

/** The code first: it is what a person types. */
function subjectLine(
  look: Look,
  { vocabulary }: Library,
  { code, depth }: Place,
): readonly string[] {
  const codes = Object.keys(vocabulary.subjects)
  const width = Math.max(...codes.map((one) => one.length)) + 2 * DEEPER + 2
  const text = ' '.repeat(depth * DEEPER) + code
  const tone = depth === 0 ? 'heading' : 'strong'
  return row(look, { text, width, tone }, subjectName(vocabulary.texts, code))
}
