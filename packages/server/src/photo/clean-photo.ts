import { createHash } from 'node:crypto'
import type { Result } from '@afterglow/engine'
import { sharp } from './decoder.ts'
import { type PhotoType, photoTypeOf } from './photo-type.ts'
import { refusal } from './refusal.ts'

/** Pixels of what was uploaded, and nothing else of it: no metadata, no second image, nothing behind the end. */
export interface CleanPhoto {
  /** sRGB, upright, at most 2048 px on the long side. */
  readonly jpeg: Uint8Array
  /** JPEG of at most 320 px on the long side. */
  readonly thumbnail: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
  /** Of `jpeg`, in hexadecimal. */
  readonly sha256: string
}

export const PHOTO_BYTES_AT_MOST = 15 * 1024 * 1024
const PIXELS_AT_MOST = 50_000_000
/** Some files are decoded whole before they are made smaller. */
const DECODED_BYTES_AT_MOST = 4 * PIXELS_AT_MOST
const LONG_SIDE_PX = 2048
const THUMBNAIL_PX = 320
const SECONDS_AT_MOST = 30

/**
 * 'error' refuses a photo that ends early: half of a face, the rest grey, would be looked at as if it were whole. It lets
 * pass what the decoder only remarks on and repairs: phones write bytes between segments and odd scan parameters, which
 * 'warning' would refuse. Nothing of such a file but its pixels is kept.
 */
const FAIL_ON = 'error'

/**
 * Issue codes: value (too many bytes or pixels), not-supported (another kind of file), structure (it does not decode).
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<Result<CleanPhoto>> {
  if (bytes.length > PHOTO_BYTES_AT_MOST)
    return refusal('value', 'the photo is too large: at most 15 MB')
  const type = photoTypeOf(bytes)
  if (!type.ok) return type
  const header = await readHeader(bytes)
  if (header?.format !== FORMATS[type.value]) return NOT_DECODED
  if (isTooMuch(header))
    return refusal('value', 'the photo has too many pixels: at most 50 million')
  return reEncoded(bytes)
}

const NOT_DECODED = refusal('structure', 'the photo is damaged or incomplete: send it again')

/** The image library's names. */
const FORMATS: Readonly<Record<PhotoType, string>> = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  avif: 'heif',
}

interface Header {
  readonly format: string
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly depth: string
}

function isTooMuch({ width, height, channels, depth }: Header): boolean {
  const decodedBytes = width * height * channels * (depth === 'uchar' ? 1 : 2)
  return width * height > PIXELS_AT_MOST || decodedBytes > DECODED_BYTES_AT_MOST
}

/** Reads the head only: a picture of any size costs nothing here. */
async function readHeader(bytes: Uint8Array): Promise<Header | undefined> {
  try {
    return await sharp(bytes, { failOn: FAIL_ON, limitInputPixels: false }).metadata()
  } catch {
    return undefined
  }
}

/** The thumbnail comes from the clean photo: what was uploaded is decoded once. */
async function reEncoded(bytes: Uint8Array): Promise<Result<CleanPhoto>> {
  try {
    const input = sharp(bytes, { failOn: FAIL_ON, limitInputPixels: PIXELS_AT_MOST })
    const { data, info } = await encoded(input.autoOrient(), LONG_SIDE_PX)
    const thumbnail = await encoded(sharp(data), THUMBNAIL_PX)
    const sha256 = createHash('sha256').update(data).digest('hex')
    const size = { widthPx: info.width, heightPx: info.height }
    return { ok: true, value: { jpeg: data, thumbnail: thumbnail.data, ...size, sha256 } }
  } catch {
    // Whatever the decoder makes of it, a photo that does not come out whole is not taken.
    return NOT_DECODED
  }
}

type Encoded = Promise<{
  readonly data: Buffer
  readonly info: { readonly width: number; readonly height: number }
}>

/**
 * Metadata is left out unless asked for, and an embedded profile is applied. Colour is kept at full resolution: redness is
 * what such photos are looked at for. White behind what was transparent.
 */
function encoded(input: ReturnType<typeof sharp>, longSidePx: number): Encoded {
  return input
    .timeout({ seconds: SECONDS_AT_MOST })
    .resize({ width: longSidePx, height: longSidePx, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 85, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true })
}
