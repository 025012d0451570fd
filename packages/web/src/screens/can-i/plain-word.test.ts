import { describe, expect, it } from 'vitest'
import { plainWord } from './plain-word.ts'

/** Every word of a line is written as the first one. */
function expectOne(...words: readonly string[]): void {
  expect(words.map(plainWord)).toEqual(words.map(() => plainWord(words[0] ?? '')))
}

describe('plainWord', () => {
  it('takes capitals and accents away', () => {
    expect(plainWord('Ácido')).toBe('acido')
    expect(plainWord('RÍMEL')).toBe('rimel')
    expect(plainWord('mañana')).toBe('manana')
  })

  it('reads Arabic with or without its vowel signs and its stretched letters', () => {
    expectOne('مكياج', 'مِكياج', 'مكيــــاج', 'المكياج')
    expectOne('شمس', 'شَمْس', 'الشّمس')
  })

  it('reads every seat of the hamza as its letter', () => {
    expectOne('احماض', 'أحماض')
    expectOne('ابر', 'إبر')
    expectOne('الة', 'آلة', 'اله')
    expectOne('مهدئ', 'مهدي', 'مهدى')
    expectOne('دواء', 'دوا')
    expectOne('حناء', 'حنا')
  })

  it('keeps the hamza of a word of three letters', () => {
    expect(plainWord('ماء')).not.toBe(plainWord('ما'))
  })

  it('reads a word with the article as the word alone', () => {
    expectOne('سباحة', 'السباحة', 'والسباحة', 'بالسباحة', 'للسباحة', 'السباحه')
    expectOne('التهاب', 'الالتهاب', 'للالتهاب')
  })

  it('leaves a short word that only looks like one with the article', () => {
    expect(plainWord('الم')).toBe('الم')
    expect(plainWord('بال')).toBe('بال')
    expect(plainWord('الو')).toBe('الو')
  })

  it('reads the letters of Arabic and Urdu keyboards as one', () => {
    expectOne('میک', 'ميك')
    expectOne('کریم', 'كريم')
    expectOne('نہانا', 'نهانا', 'نھانا')
    expectOne('سکرب', 'سكرب')
  })

  it('reads digits of any script', () => {
    expectOne('ب3', 'ب٣', 'ب۳')
  })
})
