import { describe, expect, it } from 'vitest'
import { LONGEST_QR, toQr } from './qr.ts'

const URL_OF_A_SESSION = 'https://aftercare.example.org/#s=1co1B_BGBiS1CHiEBIR0AFy43tU'

function svgOf(text: string): string {
  const image = toQr(text)
  if (!image.ok) throw new Error(JSON.stringify(image.issues))
  return image.value
}

/** The dark modules of an image, as `row,column`; and how many modules a side has. */
function modulesOf(svg: string): { readonly side: number; readonly dark: ReadonlySet<string> } {
  const size = 10
  const [, width] = /viewBox="0 0 (\d+) \1"/.exec(svg) ?? []
  const dark = [...svg.matchAll(/M(\d+),(\d+)h10v10h-10z/g)].map(
    ([, x, y]) => `${Number(y) / size},${Number(x) / size}`,
  )
  return { side: Number(width) / size, dark: new Set(dark) }
}

/** The two bits of a code that say its error level, by ISO/IEC 18004: 00 is M. The mask of these bits is 101010000010010. */
function levelOf({ dark }: ReturnType<typeof modulesOf>, margin: number): string {
  const bit = (column: number) => (dark.has(`${margin + 8},${margin + column}`) ? 1 : 0)
  return `${bit(0) ^ 1}${bit(1) ^ 0}`
}

describe('toQr', () => {
  it('draws a session of one procedure as a small code of version 4, four light modules around it', () => {
    const { side, dark } = modulesOf(svgOf(URL_OF_A_SESSION))
    expect(side).toBe(17 + 4 * 4 + 2 * 4)
    const places = [...dark].map((place) => place.split(',').map(Number))
    expect(Math.min(...places.flat())).toBe(4)
    expect(Math.max(...places.flat())).toBe(side - 5)
  })

  it('has a finder in three corners and none in the fourth, and error level M', () => {
    const code = modulesOf(svgOf(URL_OF_A_SESSION))
    const { side, dark } = code
    const isRing = (row: number, column: number) =>
      Array.from({ length: 7 }, (_, k) => k).every(
        (k) =>
          dark.has(`${row},${column + k}`) &&
          dark.has(`${row + 6},${column + k}`) &&
          dark.has(`${row + k},${column}`) &&
          dark.has(`${row + k},${column + 6}`),
      )
    const far = side - 4 - 7
    expect([isRing(4, 4), isRing(4, far), isRing(far, 4), isRing(far, far)]).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(levelOf(code, 4)).toBe('00')
  })

  it('is dark on light whatever the page looks like', () => {
    const svg = svgOf(URL_OF_A_SESSION)
    expect(svg).toContain('<rect fill="white"')
    expect(svg).toContain('<path fill="black"')
    expect(svg).not.toContain('currentColor')
  })

  it('takes as many bytes as a phone reads off paper, and says so beyond', () => {
    expect(toQr('é'.repeat(LONGEST_QR / 2)).ok).toBe(true)
    expect(toQr('a'.repeat(LONGEST_QR)).ok).toBe(true)
    const refused = toQr('a'.repeat(LONGEST_QR + 1))
    expect(refused.ok ? [] : refused.issues.map(({ code }) => code)).toEqual(['value'])
    expect(toQr('').ok).toBe(false)
  })
})
