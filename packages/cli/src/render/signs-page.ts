import { type Disposition, type Sign, SIGNS } from '@afterglow/engine'
import { type Library, signName, wordsFor } from '@afterglow/ledger'
import { SIGN_LIST } from '../copy-lists.ts'
import { type Look, page, paint, paragraph, row, section } from '../layout.ts'

/** Every sign with its code and a few of the words that are read as it, by whom to contact about a mild one. */
export function signsPage(look: Look, library: Library): string {
  const { texts } = library
  const groups: readonly (readonly [Disposition | undefined, string])[] = [
    ['emergency', texts.text('care-card.emergency')],
    ['urgent', texts.text('care-card.urgent')],
    ['contact-clinic', texts.text('care-card.contact')],
    [undefined, SIGN_LIST.course],
  ]
  return page([
    paint(look, 'title', SIGN_LIST.title),
    ...paragraph(look, SIGN_LIST.how, 0),
    ...groups.flatMap(([disposition, heading]) =>
      section(
        look,
        heading,
        SIGNS.filter((code) => mildestAlarm(library, code) === disposition).flatMap((code) =>
          signLine(look, library, code),
        ),
      ),
    ),
  ])
}

/** A threshold below this is met by a mild sign. */
const MODERATE = 4
const ORDER = ['emergency', 'urgent', 'contact-clinic'] as const satisfies readonly Disposition[]

/** What the ledger asks for when the sign is there alone and mild; of fever, whatever its threshold. */
function mildestAlarm({ protocols }: Library, code: Sign): Disposition | undefined {
  const alone = protocols
    .flatMap(({ triage }) => triage.redFlags)
    .filter((flag) => flag.sign === code && flag.with === undefined && flag.when === undefined)
    .filter(({ atLeast = 0 }) => code === 'fever' || atLeast < MODERATE)
  return ORDER.find((one) => alone.some(({ disposition }) => disposition === one))
}

const EXAMPLES = 3

function signLine(look: Look, { texts }: Library, code: Sign): readonly string[] {
  const width = Math.max(...SIGNS.map((one) => one.length)) + 2
  const name = signName(texts, code)
  const others = wordsFor(code).filter((word) => word !== name.toLowerCase())
  const words = others.slice(0, EXAMPLES).join(', ')
  return row(
    look,
    { text: code, width, tone: 'strong' },
    words === '' ? name : `${name} (${words})`,
  )
}
