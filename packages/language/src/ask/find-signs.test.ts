import { describe, expect, it } from 'vitest'
import { contextAt } from '../../../../tests/support/ask-context.ts'
import { readTokens } from '../words/lexicon.ts'
import { isCrisis } from './crisis-words.ts'
import { findSigns } from './find-signs.ts'

const { vocabulary } = contextAt(50)

function alarmsOf(q: string): readonly string[] {
  const { alarms } = findSigns(vocabulary.signs, readTokens(q, vocabulary.near), new Set())
  return alarms.map(({ sign, severity }) => `${sign} ${severity}`)
}

describe('findSigns', () => {
  it.each([
    ['stuff coming out and it stinks', 'purulent-discharge 8'],
    ['redness has reached my ear now', 'spreading-erythema 8'],
    ['watery bumps around my mouth', 'vesicles 8'],
    ['my lip looks like a sausage', 'facial-swelling 8'],
    ['my tongue feels too big for my mouth', 'facial-swelling 8'],
    ['can not catch my breath', 'breathing-difficulty 8'],
    ['my legs gave way', 'faintness 8'],
    ['still bleeding a bit', 'bleeding 8'],
    ['bleeding since yesterday, only a little', 'bleeding 8'],
    ['paracetamol isnt touching it', 'pain 8'],
    ['pain 9/10', 'pain 8'],
    ['could not bear it', 'pain 8'],
    ['things look fuzzy', 'vision-change 8'],
    ['can not move my left cheek', 'facial-weakness 8'],
    ['something is crushing my chest', 'chest-pain 8'],
    ['my pulse is 140', 'rapid-pulse 8'],
    ['no aguanto el dolor', 'pain 8'],
    ['se me cae un lado de la cara', 'facial-weakness 8'],
    ['عندي حرارة', 'fever 39.5'],
    ['ما اتحمل الالم', 'pain 8'],
    ['پورے جسم پر دانے اور خارش', 'urticaria 8'],
    ['nigalne mein takleef', 'breathing-difficulty 8'],
    ['i can hardly breathe', 'breathing-difficulty 8'],
    ['fighting for air', 'breathing-difficulty 8'],
    ['cant breath', 'breathing-difficulty 8'],
    ['scarcely swallow', 'breathing-difficulty 8'],
    ['hard to see', 'vision-change 8'],
    ['trouble speaking', 'confusion 8'],
    ['struggling to smile', 'facial-weakness 8'],
    ['apenas respiro', 'breathing-difficulty 8'],
    ['apenas veo', 'vision-change 8'],
    ['me cuesta hablar', 'confusion 8'],
    ['بالكاد اتنفس', 'breathing-difficulty 8'],
    ['صعوبة في الكلام', 'confusion 8'],
    ['bamushkil saans le rahi hoon', 'breathing-difficulty 8'],
    ['دیکھ نہیں سکتی', 'vision-change 8'],
    ['the red area is twice as big as yesterday', 'spreading-erythema 8'],
    ['سرخی دوگنی ہو گئی ہے', 'spreading-erythema 8'],
    ['my cheek is swollen', 'facial-swelling 8'],
    ['edema de párpados', 'facial-swelling 8'],
    ['lips are going blue', 'breathing-difficulty 8'],
    ['apnoea', 'breathing-difficulty 8'],
    ['sweating and pale', 'clammy-skin 8'],
    ['no responde', 'confusion 8'],
    ['bp 80/50', 'faintness 8'],
    ['hr 132', 'rapid-pulse 8'],
    ['i think it is a tia', 'facial-weakness 8'],
    ['انتان الدم', 'purulent-discharge 8'],
    ['loss of visual field', 'vision-change 8'],
    ['facial nerve palsy', 'facial-weakness 8'],
    ['altered level of consciousness', 'confusion 8'],
  ])('hears %j', (q, expected) => {
    expect(alarmsOf(q)).toContain(expected)
  })

  it.each([
    'no fever',
    'ما عندي حرارة',
    'cant see any difference',
    'hard to see results',
    'no veo resultados',
    'hard to speak to my clinic',
    'i take a blood thinner, can i still come',
    'my lips are dry',
    'swelling has gone down',
    'can i still give blood',
    'do i spread the cream thin or thick',
    'i have sleep apnoea',
    'la clinica no responde',
    'mi tia se hizo microneedling',
    'bp 120/80',
    'sleep with my head up to reduce swelling',
    'does needling affect the facial nerve',
    'visual field test on friday',
    'mental status questionnaire',
    'can i empty the septic tank',
    'hidradenitis suppurativa, when can i shave',
    'is one side more pink a problem, half an hour of sun was all',
  ])('hears no alarm in %j', (q) => {
    expect(alarmsOf(q)).toEqual([])
  })
})

it('takes a sign that grew or stands beyond its place as one that gets worse', () => {
  for (const q of [
    'red, it is twice the size',
    'red beyond my chin',
    'rojo, crece',
    'lal, dugni',
  ]) {
    const { alarms, others } = findSigns(
      vocabulary.signs,
      readTokens(q, vocabulary.near),
      new Set(),
    )
    expect([q, [...alarms, ...others].every(({ isWorsening }) => isWorsening)]).toEqual([q, true])
  }
})

describe('isCrisis', () => {
  it.each([
    'i want to die',
    'i dont want to be here anymore',
    'took 20 paracetamol',
    'paracetamol, i took like 16 of them',
    'i overdosed',
    'too many painkillers',
    'whole pack of tablets',
    'no quiero vivir',
    'me tome 20 paracetamol',
    'أفكر في الانتحار',
    'اخذت حبوب كثيرة',
    'میں مرنا چاہتی ہوں',
    'maine 20 goliyan kha li',
  ])('hears %j', (q) => {
    expect(isCrisis(readTokens(q, vocabulary.near))).toBe(true)
  })

  it.each([
    'took 2 paracetamol',
    'i took 500 mg paracetamol 10 hours ago',
    'took all the makeup off',
    'i cut myself shaving',
    'can i dye my hair',
    'is too much retinol bad',
    'tome un paracetamol',
    'ek goli kha li',
  ])('hears none in %j', (q) => {
    expect(isCrisis(readTokens(q, vocabulary.near))).toBe(false)
  })
})
