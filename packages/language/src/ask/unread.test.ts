import { describe, expect, it } from 'vitest'
import { contextAt } from '../../../../tests/support/ask-context.ts'
import { ask } from './ask.ts'

/** Two days after: water, washing, a walk, paracetamol and a plain moisturiser are open. */
const DAY_2 = contextAt(45)

function answerTo(q: string): string {
  const { kind, parts } = ask(DAY_2, q)
  const [part] = parts
  return part ? [part.subject, part.status, ...part.raisedBy].join(' ') : kind
}

describe('words that nobody understood', () => {
  it.each([
    ['can i use moisturiser with peppermint', 'moisturiser ask-clinic words'],
    ['tinted moisturiser ok?', 'moisturiser ask-clinic words'],
    ['can i bath my dog', 'bath ask-clinic words'],
    ['turkish bath?', 'bath ask-clinic words'],
    ['can i take 20 paracetamol', 'paracetamol ask-clinic words'],
    ['paracetamol with codeine ok?', 'paracetamol ask-clinic words'],
    ['tylenol pm ok?', 'paracetamol ask-clinic words'],
    ['puedo usar crema hidratante con menta', 'moisturiser ask-clinic words'],
    ['مرطب مع نعناع عادي؟', 'moisturiser ask-clinic words'],
    ['moisturizer pudina wala laga sakti hun', 'moisturiser ask-clinic words'],
    ['can i go for a gentle walk near the volcano', 'gentle-walking caution words'],
  ])('keep a yes back: %j', (q, expected) => {
    expect(answerTo(q)).toBe(expected)
  })

  it.each([
    ['hey doc so sorry to bother you, can i please put my moisturiser on tonight', 'moisturiser'],
    ['got a wedding on sunday. can i use a rich moisturiser today', 'moisturiser'],
    ['can i take 2 paracetamol for the headache', 'paracetamol'],
    ['can i take 500 mg paracetamol', 'paracetamol'],
    ['is spf 50 ok now', 'sunscreen'],
    ['can i go for a gentle walk in the park for 15 minutes', 'gentle-walking'],
    ['moisturiser without fragrance ok?', 'moisturiser'],
    ['can i use a fragrance free moisturiser', 'moisturiser'],
    ['should i drink lots of water', 'healthy-food-and-water'],
    ['the volcano is loud. can i use moisturiser', 'moisturiser'],
  ])('matter only where they may change the question: %j', (q, subject) => {
    const { parts } = ask(DAY_2, q)
    expect(parts.map((part) => [part.subject, part.raisedBy])).toEqual([[subject, []]])
  })

  it('are said back', () => {
    expect(ask(DAY_2, 'moisturiser with peppermint').understood.unread).toEqual(['peppermint'])
  })
})

describe('what is asked of leaving a thing undone', () => {
  it.each([
    'can i skip sunscreen today',
    'is it ok to not wash my face',
    'can i go out without sunscreen',
    'can i stop using moisturiser',
    'puedo salir sin protector solar',
    'بدون واقي شمس عادي؟',
    'sunscreen na lagaun to',
  ])('is for the clinic: %j', (q) => {
    expect(answerTo(q)).toMatch(/ ask-clinic left-undone/)
  })

  it.each(['im not sure if i can use moisturiser', 'moisturizer laga sakti hun ya nahi'])(
    'is not asked by %j',
    (q) => {
      expect(answerTo(q)).toBe('moisturiser recommended')
    },
  )
})

describe('what is asked for somebody else', () => {
  it.each([
    'can my husband use my moisturiser',
    'is it ok for my sister to use my moisturiser',
    'puede mi hija usar crema hidratante',
  ])('is for the clinic: %j', (q) => {
    expect(answerTo(q)).toMatch(/^moisturiser ask-clinic someone-else/)
  })

  it('is not asked where they are only spoken of', () => {
    expect(answerTo('my sister has a party, can i use moisturiser')).toBe('moisturiser recommended')
  })
})

describe('what may be asked for another reason', () => {
  it.each([
    ['can i take eight paracetamol', 'dose'],
    ['can i take paracetamol every hour', 'dose'],
    ['panadol then tylenol ok', 'dose'],
    ['paracetamol with wine', 'dose'],
    ['is it bad to moisturise too much', 'dose'],
    ['can i wash my face even though my clinic said no', 'forbidden'],
    ['doctor ne mana kiya hai, moisturiser laga lun', 'forbidden'],
    ['moisturiser, im allergic to it', 'allergy'],
    ['can my little sister use moisturiser', 'someone-else'],
    ['can i miss my moisturiser tonight', 'left-undone'],
    ['can i use moisturiser with peppermint day 2', 'words'],
  ])('%j is for the clinic: %s', (q, why) => {
    const [part] = ask(DAY_2, q).parts
    expect(part?.raisedBy).toContain(why)
    expect(part?.status).toBe('ask-clinic')
  })

  it.each(['i want to die', 'took 20 paracetamol', 'میں نے بیس گولیاں کھا لی'])(
    'is an emergency before all else: %j',
    (q) => {
      const { kind, topic, disposition, parts } = ask(DAY_2, `${q}, can i swim`)
      expect(parts).toEqual([])
      expect([kind, topic, disposition]).toEqual(['triage', 'crisis', 'emergency'])
    },
  )

  it.each(['took paracetamol at 10', 'i took ibuprofen on 12 november', 'i took 2 paracetamol'])(
    'is no overdose: %j',
    (q) => {
      expect(ask(DAY_2, q).topic).not.toBe('crisis')
    },
  )
})
