import { type Result, unreachable } from '@afterglow/engine'
import { refusal } from './refusal.ts'

export type PhotoType = 'jpeg' | 'png' | 'webp' | 'avif'

type Found = PhotoType | 'heic' | 'gif' | 'svg' | 'other'

/**
 * What the bytes begin as; the name and the type that came with them say nothing. Not proven before it decodes. Issue
 * code: not-supported.
 */
export function photoTypeOf(bytes: Uint8Array): Result<PhotoType> {
  const found = beginsAs(bytes)
  switch (found) {
    case 'jpeg':
    case 'png':
    case 'webp':
    case 'avif':
      return { ok: true, value: found }
    case 'heic':
      return refusal('not-supported', 'HEIC is not read here: choose JPEG ("most compatible")')
    case 'gif':
    case 'svg':
      return refusal('not-supported', 'a drawing or an animation is no photo: choose JPEG')
    case 'other':
      return refusal('not-supported', 'no photo that is read here: choose JPEG, PNG, WebP or AVIF')
    default:
      return unreachable(found)
  }
}

function beginsAs(bytes: Uint8Array): Found {
  const latin = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1')
  if (latin.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (latin.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (latin.startsWith('RIFF') && latin.startsWith('WEBP', 8)) return 'webp'
  if (latin.startsWith('ftyp', 4)) return ofBrands(brandsOf(latin))
  if (latin.startsWith('GIF8')) return 'gif'
  return /^(?:\xef\xbb\xbf)?\s*</.test(latin) ? 'svg' : 'other'
}

const HEAD_BYTES = 256

/** ISO 14496-12, 4.3: length of the box, `ftyp`, the major brand, its version, the compatible brands. */
function brandsOf(latin: string): readonly string[] {
  const boxEnd = Buffer.from(latin.slice(0, 4), 'latin1').readUInt32BE()
  const compatible = latin.slice(16, boxEnd).match(/[^]{4}/g) ?? []
  return [latin.slice(8, 12), ...compatible]
}

/** An AVIF names the general brands of HEIF beside its own, so its own are looked for first. */
function ofBrands(brands: readonly string[]): Found {
  if (brands.includes('avif')) return 'avif'
  return brands.some((brand) => HEIF_BRANDS.includes(brand)) ? 'heic' : 'other'
}

const HEIF_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']
