import { crc32, deflateSync } from 'node:zlib'
import { sharp } from './decoder.ts'

/** Photos for tests, made as cameras and attackers make them. */

export interface Rgb {
  readonly r: number
  readonly g: number
  readonly b: number
}

export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right'

/** The photo as it is to be seen: 240 x 160 px, a colour in each quarter. */
export const UPRIGHT: Readonly<Record<Corner, Rgb>> = {
  'top-left': { r: 220, g: 30, b: 30 },
  'top-right': { r: 30, g: 200, b: 30 },
  'bottom-left': { r: 30, g: 30, b: 220 },
  'bottom-right': { r: 230, g: 220, b: 30 },
}
export const UPRIGHT_SIZE = { width: 240, height: 160 }

/** EXIF 2.32, tag 274: on which side of the scene the first row and the first column of the stored picture lie. */
const SIDES = [
  ['top', 'left'],
  ['top', 'right'],
  ['bottom', 'right'],
  ['bottom', 'left'],
  ['left', 'top'],
  ['right', 'top'],
  ['right', 'bottom'],
  ['left', 'bottom'],
] as const

const OPPOSITE = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const

/** The upright photo as a camera held otherwise stores it. */
export function held(orientation: number): ReturnType<typeof sharp> {
  const [row, column] = SIDES[orientation - 1] ?? SIDES[0]
  const isTurned = row === 'left' || row === 'right'
  const { width, height } = UPRIGHT_SIZE
  const size = isTurned ? { width: height, height: width } : UPRIGHT_SIZE
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const sides = [
        y < size.height / 2 ? row : OPPOSITE[row],
        x < size.width / 2 ? column : OPPOSITE[column],
      ]
      const { r, g, b } = UPRIGHT[cornerOf(sides)]
      pixels.set([r, g, b], (y * size.width + x) * 3)
    }
  }
  return sharp(pixels, { raw: { ...size, channels: 3 } }).withMetadata({ orientation })
}

function cornerOf(sides: readonly string[]): Corner {
  const vertical = sides.includes('top') ? 'top' : 'bottom'
  return `${vertical}-${sides.includes('left') ? 'left' : 'right'}`
}

/** Colours of the middle of each quarter. */
export async function cornersOf(jpeg: Uint8Array): Promise<Readonly<Record<Corner, Rgb>>> {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
  const at = (right: number, down: number): Rgb => {
    const x = Math.floor(info.width * right)
    const y = Math.floor(info.height * down)
    const [r = 0, g = 0, b = 0] = data.subarray((y * info.width + x) * info.channels)
    return { r, g, b }
  }
  return {
    'top-left': at(0.25, 0.25),
    'top-right': at(0.75, 0.25),
    'bottom-left': at(0.25, 0.75),
    'bottom-right': at(0.75, 0.75),
  }
}

/** A plain photo with so much detail that its data is long. */
export function detailed(width: number, height: number): ReturnType<typeof sharp> {
  const pixels = Buffer.alloc(width * height * 3)
  for (let k = 0, value = 7; k < pixels.length; k++) {
    value = (value * 1_103_515_245 + 12_345) % 2_147_483_648
    pixels[k] = value >> 16
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

/** One more segment behind the start of a JPEG; 0xE1 is APP1, 0xFE a comment. */
export function withSegment(jpeg: Uint8Array, marker: number, content: string): Buffer {
  const bytes = Buffer.from(content, 'latin1')
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(bytes.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, bytes, jpeg.subarray(2)])
}

/** The markers of the segments of a JPEG up to its pixels. */
export function markersOf(jpeg: Uint8Array): readonly number[] {
  const bytes = Buffer.from(jpeg)
  const found: number[] = []
  for (let at = 2; at < bytes.length && found.at(-1) !== 0xda; ) {
    found.push(bytes.readUInt8(at + 1))
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return found
}

/** A black PNG of one bit a pixel: any size in a few kilobytes. */
export function blackPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const rows = Buffer.alloc((1 + Math.ceil(width / 8)) * height)
  return pngOf(header, deflateSync(rows))
}

/** A PNG that only says how large it is. */
export function hollowPng(width: number, height: number, bits: 8 | 16 = 8): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = bits
  header[9] = 6
  return pngOf(header, Buffer.alloc(0))
}

function pngOf(header: Buffer, data: Buffer): Buffer {
  const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const end = chunk('IEND', Buffer.alloc(0))
  return Buffer.concat([magic, chunk('IHDR', header), chunk('IDAT', data), end])
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
