import type { Protocol } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { createTexts } from '../words/texts.ts'
import { withProtocolTexts } from './ledger.ts'

const APPS = createTexts('ar', { 'subject.sauna': 'الساونا', 'task.rest': 'استرح' })

/** Texts are all that is read of it. */
function clinics(texts: Protocol['texts']): readonly Protocol[] {
  return [{ texts } as Protocol]
}

describe('withProtocolTexts', () => {
  it('says in English what a clinic wrote in English alone, and leaves nothing of the app’s out', () => {
    const own = clinics({
      en: { 'subject.cold-plunge': 'Cold plunge after the visit' },
      ar: { 'subject.sauna': 'حمام البخار' },
    })
    const { text } = withProtocolTexts(APPS, own)
    expect(text('subject.cold-plunge')).toBe('Cold plunge after the visit')
    expect(text('subject.sauna')).toBe('حمام البخار')
    expect(text('task.rest')).toBe('استرح')
  })
})
