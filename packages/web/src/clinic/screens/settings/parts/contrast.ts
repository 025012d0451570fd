/** WCAG 2.2, 1.4.11: of what is no text. */
export const LEAST_CONTRAST = 3

/** Luminance of the cards of the light and the dark scheme, which the app's marks stand on. */
const LIGHT = 1
const DARK = 0.012

/** How a colour `#rrggbb` stands out on the light and on the dark page, to one place, never rounded up; null for no colour. */
export function contrastsOf(
  colour: string,
): { readonly light: number; readonly dark: number } | null {
  const own = luminanceOf(colour)
  if (own === null) return null
  return { light: ratioOf(own, LIGHT), dark: ratioOf(own, DARK) }
}

function ratioOf(a: number, b: number): number {
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
  return Math.floor(ratio * 10 + 1e-9) / 10
}

/** WCAG's relative luminance. */
function luminanceOf(colour: string): number | null {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return null
  const part = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}
