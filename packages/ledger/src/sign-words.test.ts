import { describe, expect, it } from 'vitest'
import { signWordsIn } from './sign-words.ts'

describe('signWordsIn', () => {
  it.each([
    ['Difficulty  breathing!', 'breathing-difficulty'],
    ['shortness of breath', 'breathing-difficulty'],
    ["can't breathe", 'breathing-difficulty'],
    ['can’t breathe', 'breathing-difficulty'],
    ['cannot breathe', 'breathing-difficulty'],
    ['wheezing', 'breathing-difficulty'],
    ['swollen lips', 'facial-swelling'],
    ['swollen tongue', 'facial-swelling'],
    ['swollen face', 'facial-swelling'],
    ['swollen throat', 'facial-swelling'],
    ['throat closing', 'facial-swelling'],
    ['passed out', 'faintness'],
    ['collapse', 'faintness'],
    ['dizzy', 'faintness'],
    ['redness spreading', 'spreading-erythema'],
    ['red-streaks', 'spreading-erythema'],
    ['blister', 'vesicles'],
    ['cold sores', 'vesicles'],
    ['oozing pus', 'purulent-discharge'],
    ['yellow discharge', 'purulent-discharge'],
    ['feverish', 'fever'],
    ['chills', 'fever'],
    ['high temperature', 'fever'],
    ['Hives', 'urticaria'],
    ['double vision', 'vision-change'],
    ['face drooping', 'facial-weakness'],
    ["bleeding won't stop", 'bleeding'],
    ['severe pain', 'pain'],
    ['chest pain', 'chest-pain'],
    ['a seizure', 'seizure'],
    ['fit', 'seizure'],
    ['confusion', 'confusion'],
    ['being sick', 'vomiting'],
    ['racing heart', 'rapid-pulse'],
    ['Dyspnoea', 'breathing-difficulty'],
    ['Laryngospasm', 'breathing-difficulty'],
    ['periorbital edema', 'facial-swelling'],
    ['angio-oedema', 'facial-swelling'],
    ['syncope', 'faintness'],
    ['hypotension', 'faintness'],
    ['diplopia', 'vision-change'],
    ['facial palsy', 'facial-weakness'],
    ['altered mental status', 'confusion'],
    ['tachycardia', 'rapid-pulse'],
    ['diaphoresis', 'clammy-skin'],
    ['emesis', 'vomiting'],
    ['angina pectoris', 'chest-pain'],
    ['pyrexia', 'fever'],
    ['lymphangitis', 'spreading-erythema'],
    ['suppuration', 'purulent-discharge'],
  ])('reads %j as %s', (text, code) => {
    expect(signWordsIn(text)?.code).toBe(code)
  })

  it.each(['', 'not dizzy', 'tingly', 'benefit', 'temperature of the room', 'temperature 38 F'])(
    'never reads a part of %j',
    (text) => expect(signWordsIn(text)).toBeUndefined(),
  )

  it('reads a number from 34 to 43 beside a temperature word as degrees C', () => {
    expect(signWordsIn('temperature of 38,4 °C')).toEqual({ code: 'fever', celsius: 38.4 })
    expect(signWordsIn('fever 43')).toEqual({ code: 'fever', celsius: 43 })
    expect(signWordsIn('fever 43.1')).toEqual({ code: 'fever' })
    expect(signWordsIn('temp: 34')).toEqual({ code: 'fever', celsius: 34 })
    expect(signWordsIn('temperature 33.9')).toEqual({ code: 'fever' })
  })
})
