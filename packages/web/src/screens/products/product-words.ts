import { unreachable } from '@afterglow/engine'
import type { LabelFinding, LabelLimit } from '@afterglow/language'
import type { I18n } from '@lingui/core'
import type { ProductAnswer } from '../../model/product.ts'
import type { AnswerWords } from '../../words/answer-words.ts'
import { statusWord } from '../../words/status-words.ts'

/** The verdict on a product in a few words. */
export function verdictText(i18n: I18n, { verdict, mark }: ProductAnswer): string {
  if (verdict === 'cannot-clear')
    return i18n._({ id: 'products.cannot-clear', message: 'We cannot clear this' })
  return verdict === 'ok'
    ? i18n._({ id: 'products.ok', message: 'Fine now, by its list' })
    : statusWord(i18n, mark)
}

/** When all of it opens, or what to do instead. */
export function openingText(words: AnswerWords, answer: ProductAnswer): string {
  const { i18n } = words
  switch (answer.verdict) {
    case 'cannot-clear':
      return i18n._({
        id: 'products.take-it',
        message: 'Ask your clinic, and take the pack with you.',
      })
    case 'avoid':
    case 'ask-clinic':
      return opensText(words, answer) ?? shutText(words, answer)
    case 'caution':
      return i18n._({
        id: 'products.careful',
        message: 'Use a little at first, and stop if your skin reacts.',
      })
    case 'ok':
      return i18n._({
        id: 'products.nothing-held',
        message: 'Your plan holds back nothing that is in this list.',
      })
    default:
      return unreachable(answer.verdict)
  }
}

function opensText({ i18n, format, at }: AnswerWords, answer: ProductAnswer): string | null {
  const { opensAt, opensWithCare } = answer
  if (opensAt === null) return null
  const values = { when: format.dayTime(opensAt, at) }
  return opensWithCare
    ? i18n._({ id: 'products.opens-care', message: 'All of it opens, with care, {when}.', values })
    : i18n._({ id: 'products.opens', message: 'All of it opens {when}.', values })
}

function shutText({ i18n, format, at }: AnswerWords, { verdict, deciding }: ProductAnswer): string {
  const until = deciding?.finding.nextChangeAt ?? null
  if (verdict === 'avoid' && until !== null)
    return i18n._({
      id: 'answer.ask-after',
      message: 'Not before {when}. After that, ask your clinic first.',
      values: { when: format.dayTime(until, at) },
    })
  return i18n._({
    id: 'products.no-date',
    message: 'We can give no date for this. Your clinic can say when.',
  })
}

/** What a finding is called: the ingredient, or what the product’s own name says. */
export function findingName({ i18n }: AnswerWords, finding: LabelFinding): string {
  const { ingredient, asWritten, from, trace } = finding
  if (from === 'list') {
    return trace
      ? i18n._({
          id: 'products.trace',
          message: '{ingredient} (a trace)',
          values: { ingredient: isolated(ingredient) },
        })
      : isolated(ingredient)
  }
  return asWritten === ''
    ? i18n._({ id: 'products.base', message: 'Plain care' })
    : i18n._({
        id: 'products.by-name',
        message: 'The name “{name}”',
        values: { name: isolated(asWritten) },
      })
}

/** Latin names inside a sentence that may run from right to left. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`
}

/** Why the answer is no better than it is. */
export function limitText(i18n: I18n, limit: LabelLimit): string {
  return LIMITS[limit](i18n)
}

const LIMITS: Readonly<Record<LabelLimit, (i18n: I18n) => string>> = {
  warned: (i18n) =>
    i18n._({
      id: 'products.limit.warned',
      message: 'The words on the pack speak against it. Ask your clinic.',
    }),
  'no-list': (i18n) =>
    i18n._({
      id: 'products.limit.no-list',
      message: 'We found no list to read. Copy the small print from the pack.',
    }),
  'lacks-filters': (i18n) =>
    i18n._({
      id: 'products.limit.lacks-filters',
      message:
        'It is called a sunscreen, but there is no sun filter in this list. A part of the list is missing.',
    }),
  'lacks-actives': (i18n) =>
    i18n._({
      id: 'products.limit.lacks-actives',
      message: 'Its main parts are missing. They stand in a box of their own on the pack.',
    }),
  'lacks-named': (i18n) =>
    i18n._({
      id: 'products.limit.lacks-named',
      message: 'Its name speaks of something that is not in this list.',
    }),
  unrecognised: (i18n) =>
    i18n._({
      id: 'products.limit.unrecognised',
      message: 'We do not know some of it. Check how it is written, or ask your clinic.',
    }),
  unreadable: (i18n) =>
    i18n._({
      id: 'products.limit.unreadable',
      message: 'We cannot read most of this text. Take the photo again, or type the list.',
    }),
  unsourced: (i18n) =>
    i18n._({
      id: 'products.limit.unsourced',
      message: 'None of our sources speaks of some of it.',
    }),
}
