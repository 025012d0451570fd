import { latinDigits } from './latin-digits.ts'

/** A number as people type it: digits of any script, a comma or a point before the fraction. NaN where it is none. */
export function typedNumber(text: string): number {
  const latin = latinDigits(text.trim()).replace(/[,٫،]/, '.')
  return latin === '' ? Number.NaN : Number(latin)
}
