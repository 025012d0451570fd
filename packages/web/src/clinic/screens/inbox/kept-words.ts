import type { App } from '../../../app/app-context.ts'
import type { Told } from '../../api/alerts.ts'
import { openWords } from '../patients/overview/kept-level.tsx'
import type { LeftOpen } from '../patients/overview/left-open.ts'
import { toldWords } from './inbox-words.ts'
import { strongest } from './told-signs.ts'

type Words = Pick<App, 'i18n' | 'texts' | 'format' | 'planner'>

/** What was told, in a line; that there are no signs is not said where answers are missing. */
export function keptWords(words: Words, told: Told | null, open: LeftOpen | null): string {
  return open !== null && told !== null && isEmpty(told)
    ? openWords(words.i18n)
    : toldWords(words, told)
}

function isEmpty({ signs = [], notes, body, answer }: Told): boolean {
  return !notes && body === undefined && answer === undefined && strongest(signs).length === 0
}
