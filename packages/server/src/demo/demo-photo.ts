import { sharp } from '../photo/decoder.ts'

const WIDTH = 600
const HEIGHT = 720
const SKIN = [200, 150, 122] as const
const RED = [186, 78, 62] as const

/** A picture of no person: a cheek's colour, with a redness from 0 to 1 that fades from the middle. */
export async function demoPhoto(redness: number): Promise<Uint8Array<ArrayBuffer>> {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3)
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) pixels.set(colourAt(x, y, redness), (y * WIDTH + x) * 3)
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 } as const
  const jpeg = await sharp(pixels, { raw }).jpeg({ quality: 85 }).toBuffer()
  return new Uint8Array(jpeg)
}

// A place and how red it is there: a pixel is asked for.
// oxlint-disable-next-line max-params
function colourAt(x: number, y: number, redness: number): readonly number[] {
  const away = Math.hypot(x / WIDTH - 0.5, y / HEIGHT - 0.52)
  const shade = 1 - 0.35 * away
  const grain = 1 + 0.03 * Math.sin(x * 12.9898 + y * 78.233)
  const isSpot = Math.sin(x / 9) * Math.sin(y / 11) > 0.86
  const red = redness * Math.max(0, 1 - away * 2.2) * (isSpot ? 1.6 : 1)
  return SKIN.map((part, k) => {
    const mixed = part + ((RED[k] ?? 0) - part) * Math.min(1, red)
    return Math.max(0, Math.min(255, Math.round(mixed * shade * grain)))
  })
}
