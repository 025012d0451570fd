/** Luminance of the lightest and the darkest ground that a mark stands on: cards of both schemes. */
export const GROUNDS = { light: 1, dark: 0.012 } as const
/** WCAG 2.2, 1.4.11: of what is no text. */
export const LEAST_CONTRAST = 3

/** Whether a clinic's colour is seen on both, as a mark that says nothing by itself: ours stands where it is not. */
export function isSeen(accent: string | null): accent is string {
  const own = accent === null ? null : luminanceOf(accent)
  if (own === null) return false
  return Object.values(GROUNDS).every((ground) => {
    const [light, dark] = [Math.max(own, ground), Math.min(own, ground)]
    return (light + 0.05) / (dark + 0.05) >= LEAST_CONTRAST
  })
}

/** WCAG's relative luminance of `#rrggbb`; null for anything else. */
export function luminanceOf(accent: string): number | null {
  if (!/^#[0-9a-f]{6}$/i.test(accent)) return null
  const part = (at: number): number => {
    const value = Number.parseInt(accent.slice(at, at + 2), 16) / 255
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}
