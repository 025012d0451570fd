import { GROUNDS, luminanceOf } from '../../../../linked/accent.ts'

/** How a colour `#rrggbb` stands out on the light and on the dark page, to one place, never rounded up; null for no colour. */
export function contrastsOf(
  colour: string,
): { readonly light: number; readonly dark: number } | null {
  const own = luminanceOf(colour)
  if (own === null) return null
  return { light: ratioOf(own, GROUNDS.light), dark: ratioOf(own, GROUNDS.dark) }
}

function ratioOf(a: number, b: number): number {
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
  return Math.floor(ratio * 10 + 1e-9) / 10
}
