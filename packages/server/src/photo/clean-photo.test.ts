import { createHash } from 'node:crypto'
import type { Result } from '@afterglow/engine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CleanPhoto, cleanPhoto, PHOTO_BYTES_AT_MOST } from './clean-photo.ts'
import { sharp } from './decoder.ts'
import {
  blackPng,
  type Corner,
  cornersOf,
  detailed,
  held,
  hollowPng,
  markersOf,
  type Rgb,
  UPRIGHT,
  UPRIGHT_SIZE,
  withSegment,
} from './fixtures.ts'

async function cleaned(bytes: Uint8Array): Promise<CleanPhoto> {
  const result = await cleanPhoto(bytes)
  if (!result.ok) throw new Error(result.issues[0]?.diagnostics)
  return result.value
}

function codesOf(result: Result<CleanPhoto>): readonly string[] {
  return result.ok
    ? ['taken']
    : result.issues.map(({ code, diagnostics }) => `${code}: ${diagnostics}`)
}

function isNear(one: Rgb, other: Rgb): boolean {
  return Math.max(...(['r', 'g', 'b'] as const).map((c) => Math.abs(one[c] - other[c]))) < 25
}

async function expectUpright(jpeg: Uint8Array): Promise<void> {
  const seen = await cornersOf(jpeg)
  // The four corners are the keys of the record.
  for (const corner of Object.keys(UPRIGHT) as Corner[])
    expect(isNear(seen[corner], UPRIGHT[corner]), `${corner} ${JSON.stringify(seen)}`).toBe(true)
}

/** APP0, tables, frames, scans: what a decoder needs. Every other APPn and COM could say something. */
const NEEDED_MARKERS = [0xe0, 0xdb, 0xc0, 0xc2, 0xc4, 0xdd, 0xda]
const TELLING = ['Exif', 'http://ns.adobe.com', 'Photoshop', 'GPS', 'MPF', 'ICC_PROFILE', 'Secret']

function expectBare(jpeg: Uint8Array): void {
  const bytes = Buffer.from(jpeg)
  for (const text of TELLING) expect(bytes.includes(text), text).toBe(false)
  expect(markersOf(jpeg).filter((marker) => !NEEDED_MARKERS.includes(marker))).toEqual([])
  expect(bytes.subarray(-2).toString('hex')).toBe('ffd9')
  expect(bytes.indexOf(Buffer.from([0xff, 0xd8, 0xff]), 1)).toBe(-1)
}

const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><Secret at="http://ns.adobe.com/exif/1.0/"/></x:xmpmeta>'
const EXIF = {
  IFD0: { Make: 'SecretPhone', ImageDescription: 'Secret place' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '25/1 12/1 0/1', GPSMapDatum: 'GPS Secret' },
}

/** A photo of the phone kind: position, editor's notes, a profile, a second picture and something behind it all. */
async function telling(): Promise<Buffer> {
  const jpeg = await held(6).withExifMerge(EXIF).withXmp(XMP).withIccProfile('p3').jpeg().toBuffer()
  const edited = withSegment(
    jpeg,
    0xed,
    'Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0c\x1c\x02\x50\0\x06Secret',
  )
  const commented = withSegment(edited, 0xfe, '<script>Secret()</script>')
  const withIndex = withSegment(commented, 0xe2, 'MPF\0MM\0*\0\0\0\x08')
  return Buffer.concat([withIndex, jpeg, Buffer.from('PK\x03\x04 Secret archive')])
}

describe('cleanPhoto leaves nothing but pixels', () => {
  it('of a photo with position, notes, profile, comment, second picture and archive', async () => {
    const photo = await telling()
    for (const text of TELLING) expect(photo.includes(text), text).toBe(true)
    const { jpeg, thumbnail } = await cleaned(photo)
    expectBare(jpeg)
    expectBare(thumbnail)
    await expectUpright(jpeg)
    await expectUpright(thumbnail)
  })

  it.each(['png', 'webp', 'avif'] as const)('of a %s with the same', async (format) => {
    const photo = await held(1).withExifMerge(EXIF).withXmp(XMP).toFormat(format).toBuffer()
    expect(photo.includes('Secret')).toBe(true)
    const { jpeg, thumbnail } = await cleaned(photo)
    expectBare(jpeg)
    expectBare(thumbnail)
    await expectUpright(jpeg)
  })
})

describe('cleanPhoto shows what the camera saw', () => {
  const turned = (['jpeg', 'png', 'webp'] as const).flatMap((format) =>
    [1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => [format, orientation] as const),
  )

  it.each(turned)('upright, from a %s held as %i says', async (format, orientation) => {
    const photo = await held(orientation).toFormat(format).toBuffer()
    const { jpeg, thumbnail, widthPx, heightPx } = await cleaned(photo)
    expect({ width: widthPx, height: heightPx }).toEqual(UPRIGHT_SIZE)
    await expectUpright(jpeg)
    await expectUpright(thumbnail)
  })

  it('in the colours that the profile meant', async () => {
    const red = { r: 255, g: 0, b: 0 }
    const create = { width: 64, height: 64, channels: 3, background: red } as const
    const photo = await sharp({ create }).withIccProfile('p3').jpeg().toBuffer()
    const stored = await sharp(photo, { ignoreIcc: true }).raw().toBuffer()
    expect(isNear({ r: stored[0] ?? 0, g: stored[1] ?? 0, b: stored[2] ?? 0 }, red)).toBe(false)
    expect(isNear((await cornersOf((await cleaned(photo)).jpeg))['top-left'], red)).toBe(true)
  })

  it('in three colours, from a file made for a printer', async () => {
    const photo = await held(1).toColourspace('cmyk').jpeg().toBuffer()
    const { jpeg } = await cleaned(photo)
    expect(await sharp(jpeg).metadata()).toMatchObject({ channels: 3, space: 'srgb' })
  })

  it('on white, where it was transparent', async () => {
    const background = { r: 0, g: 0, b: 0, alpha: 0 }
    const create = { width: 64, height: 64, channels: 4, background } as const
    const { jpeg } = await cleaned(await sharp({ create }).png().toBuffer())
    expect(isNear((await cornersOf(jpeg))['top-left'], { r: 255, g: 255, b: 255 })).toBe(true)
  })

  it('at most 2048 px long and 320 px small, never made larger, and says so', async () => {
    const large = await cleaned(await detailed(3000, 1500).jpeg().toBuffer())
    expect([large.widthPx, large.heightPx]).toEqual([2048, 1024])
    expect(await sharp(large.jpeg).metadata()).toMatchObject({ width: 2048, height: 1024 })
    expect(await sharp(large.thumbnail).metadata()).toMatchObject({ width: 320, height: 160 })
    const small = await cleaned(await detailed(100, 50).png().toBuffer())
    expect([small.widthPx, small.heightPx]).toEqual([100, 50])
    expect(await sharp(small.thumbnail).metadata()).toMatchObject({ width: 100, height: 50 })
    expect(small.sha256).toBe(createHash('sha256').update(small.jpeg).digest('hex'))
  })
})

const text = (content: string) => Buffer.from(content, 'latin1')
const KIND = 'not-supported: '
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

describe('cleanPhoto refuses', () => {
  it.each<readonly [string, Buffer, string]>([
    ['nothing', text(''), KIND],
    ['one byte', text('\xff'), KIND],
    ['a drawing with a script', text(SVG), `${KIND}a drawing`],
    ['a drawing behind a mark and a gap', text(`\xef\xbb\xbf\n <?xml version="1.0"?>${SVG}`), KIND],
    ['a page', text('<!doctype html><script>alert(1)</script>'), KIND],
    ['an animation', text('GIF89a\x01\0\x01\0\0\0\0;'), `${KIND}a drawing`],
    ['a document', text('%PDF-1.7\n'), KIND],
    ['a camera file', text('II*\0\x08\0\0\0'), KIND],
    ['an iPhone photo', text('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), `${KIND}HEIC is not read here`],
    ['HEIC under a general brand', text('\0\0\0\x18ftypmif1\0\0\0\0mif1heic'), `${KIND}HEIC`],
    ['a film', text('\0\0\0\x18ftypisom\0\0\0\0isommp42'), KIND],
    ['a sound in the same box as WebP', text('RIFF\x24\0\0\0WAVEfmt '), KIND],
    ['a page that begins as a JPEG', text(`\xff\xd8\xff\xe0${SVG.repeat(9)}`), 'structure: '],
    ['a drawing that begins as a PNG', text(`\x89PNG\r\n\x1a\n${SVG}`), 'structure: '],
    ['a drawing that begins as a WebP', text(`RIFF\x24\0\0\0WEBP${SVG}`), 'structure: '],
    [
      'a drawing that begins as AVIF',
      text(`\0\0\0\x18ftypavif\0\0\0\0mif1avif${SVG}`),
      'structure: ',
    ],
    [
      'a picture that only says it is huge',
      hollowPng(65_000, 65_000),
      'value: the photo has too many',
    ],
    ['fewer pixels with twice the bytes each', hollowPng(5001, 5000, 16), 'value: '],
    ['a picture of 50 million pixels and one row', blackPng(10_000, 5001), 'value: '],
  ])('%s', async (_, photo, because) => {
    expect(codesOf(await cleanPhoto(photo))).toEqual([expect.stringContaining(because)])
  })

  it('a JPEG under the first bytes of a PNG', async () => {
    const jpeg = await detailed(60, 40).jpeg().toBuffer()
    const photo = Buffer.concat([text('\x89PNG\r\n\x1a\n'), jpeg])
    expect(codesOf(await cleanPhoto(photo))).toEqual([expect.stringContaining('structure: ')])
  })

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'a %s that ends early: half a face would be looked at as a whole one',
    async (format) => {
      const photo = await detailed(300, 200).toFormat(format).toBuffer()
      expect(codesOf(await cleanPhoto(photo))).toEqual(['taken'])
      const half = photo.subarray(0, photo.length >> 1)
      expect(codesOf(await cleanPhoto(half))).toEqual([expect.stringContaining('structure: ')])
    },
  )

  it('one byte more than 15 MB, and takes 15 MB', async () => {
    const jpeg = await detailed(60, 40).jpeg().toBuffer()
    const padded = (size: number) => Buffer.concat([jpeg, Buffer.alloc(size - jpeg.length)])
    expect(codesOf(await cleanPhoto(padded(PHOTO_BYTES_AT_MOST)))).toEqual(['taken'])
    expect(codesOf(await cleanPhoto(padded(PHOTO_BYTES_AT_MOST + 1)))).toEqual([
      'value: the photo is too large: at most 15 MB',
    ])
  })

  it('drawings at the decoder too, should one get past the first bytes', async () => {
    await expect(sharp(text(SVG)).metadata()).rejects.toThrow('unsupported image format')
  })
})

describe('cleanPhoto takes', () => {
  it('a picture of 50 million pixels', async () => {
    const { widthPx, heightPx } = await cleaned(blackPng(10_000, 5000))
    expect([widthPx, heightPx]).toEqual([2048, 1024])
  })

  it('a JPEG with bytes between its segments, as some phones write it', async () => {
    const jpeg = await held(1).jpeg().toBuffer()
    const photo = Buffer.concat([jpeg.subarray(0, 20), Buffer.alloc(3), jpeg.subarray(20)])
    await expect(sharp(photo, { failOn: 'warning' }).toBuffer()).rejects.toThrow('extraneous bytes')
    await expectUpright((await cleaned(photo)).jpeg)
  })

  it('a JPEG whose notes are broken', async () => {
    const jpeg = await held(1).jpeg().toBuffer()
    const notes = withSegment(jpeg, 0xe1, 'Exif\0\0II*\0\xff\xff\xff\xff')
    await expectUpright((await cleaned(withSegment(notes, 0xe2, 'ICC_PROFILE\0\x01\x01abc'))).jpeg)
  })

  it('or refuses whatever is damaged: it never throws, and what it takes is bare', async () => {
    const photo = await telling()
    const changes = fc.array(fc.tuple(fc.nat(photo.length - 1), fc.nat(255)), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(changes, fc.nat(photo.length), async (changed, length) => {
        const damaged = Buffer.from(photo)
        for (const [at, byte] of changed) damaged[at] = byte
        const result = await cleanPhoto(damaged.subarray(0, length))
        if (result.ok) expectBare(result.value.jpeg)
      }),
      { numRuns: 60 },
    )
  })
})
