import type { LabelAnswer, LabelLimit } from '@afterglow/language'

/** What the answer on a label says. */
export const LABEL = {
  verdict: {
    ok: 'Fine now, by its list.',
    caution: 'With care.',
    'ask-clinic': 'Ask your clinic first.',
    avoid: 'Not yet.',
    'cannot-clear': 'We cannot clear this. Ask your clinic, and take the pack with you.',
  } satisfies Record<LabelAnswer['verdict'], string>,
  decides: (name: string) => `${name} decides.`,
  opens: (clock: string, length: string) => `All of it opens ${clock} (${length}).`,
  opensCare: (clock: string, length: string) => `All of it opens, with care, ${clock} (${length}).`,
  findings: 'What is in it, and what your plan says',
  finding: (names: string, answer: string) => `${names}: ${answer}`,
  named: (words: string) => `Its name, "${words}"`,
  base: 'Plain care',
  trace: (name: string) => `${name} (a trace)`,
  why: 'Why',
  recommended: 'Good for your skin now',
  limits: 'Why we cannot say more',
  limit: {
    'no-list': () => 'There is no list of ingredients here. Copy the small print from the pack.',
    'lacks-filters': () =>
      'It is called a sunscreen, and no sun filter is in this list. A part of the list is missing.',
    'lacks-actives': () =>
      'The active ingredients are missing. They stand in a box of their own on the pack.',
    'lacks-named': () => 'Its name speaks of something that is not in this list.',
    unrecognised: (names: string) => `We do not know: ${names}. Check how it is written.`,
    unreadable: () => 'Most of this text we cannot read. Take the picture again, or type the list.',
    warned: () => 'The words on the pack speak against it. Ask your clinic.',
    unsourced: (names: string) => `None of our sources speaks of: ${names}.`,
  } satisfies Record<LabelLimit, (names: string) => string>,
  missing: 'is missing: give the list of ingredients, a file with it, or - for stdin',
  both: 'found "-" twice; stdin holds one of them: give the other a file',
} as const
