/** A number as people type it: digits of any script, a comma or a point before the fraction. NaN where it is none. */
export function typedNumber(text: string): number {
  const latin = text
    .trim()
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
    .replace(/[,٫،]/, '.')
  return latin === '' ? Number.NaN : Number(latin)
}
