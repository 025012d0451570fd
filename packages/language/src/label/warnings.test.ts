import { describe, expect, it } from 'vitest'
import { contextAt } from '../../../../tests/support/ask-context.ts'
import { label } from './label.ts'

const { plan, at } = contextAt(45)
const BLAND = 'Water, Glycerin, Petrolatum, Ceramide NP, Cholesterol, Phenoxyethanol'

function verdictOf(ingredients: string, product?: string): string {
  return label(plan, { ingredients, product, at }).verdict
}

describe('a plain list under a strict name', () => {
  it.each([
    'Steroid cream',
    'Vit C glow serum',
    'Benzoyl wash',
    'Tea tree cream',
    'Lavender balm',
    'Perfumed body lotion',
    'Vicks VapoRub',
    'Snail essence',
    'Clay mask',
    'Whitening cream',
    'Peel pads',
    'Menthol gel',
    'Numbing cream',
    'Goree cream',
    'Crema despigmentante',
    'Lip plumper',
    'Toilet cleaner',
  ])('is not ok: %s', (product) => {
    expect(verdictOf(BLAND, product)).not.toBe('ok')
  })

  it('is ok under a plain one', () => {
    expect(verdictOf(BLAND, 'Everyday moisturising cream')).toBe('ok')
  })
})

describe("the pack's own warnings", () => {
  it.each([
    'Not for use after microneedling',
    'Keep away from face',
    'Do not apply to the face',
    'Do not use on open wounds',
    'For veterinary use only',
    'Sunburn alert',
  ])('are heard: %s', (words) => {
    const answer = label(plan, { ingredients: `${BLAND}. ${words}.`, at })
    expect(answer.verdict).toBe('ask-clinic')
    expect(answer.limits).toContain('warned')
    expect(answer.opensAt).toBeNull()
  })
})

it.each(['Sodium Hydroxide, Water', 'Water, Hydrochloric Acid', 'Water, Sodium Hydroxide 10%'])(
  'takes no lye for what sets the acidity: %s',
  (ingredients) => {
    expect(verdictOf(ingredients)).not.toBe('ok')
  },
)
