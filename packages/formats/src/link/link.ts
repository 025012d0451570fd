import type { Issue, Result, Session } from '@afterglow/engine'
import {
  BASE64URL,
  type BitReader,
  type Bits,
  bitsOf,
  createBitReader,
  fromLetters,
  toLetters,
  type Trouble,
} from './bits.ts'
import { CRC_32, checksumOf } from './checksum.ts'
import { uint } from './codec.ts'
import { sessionCodec } from './session-codec.ts'

/** The first letter of every link: how the rest is to be read. Raised when a reader of this one could misread another. */
const VERSION = '1'
const VERSIONS = '123456789'
const VERSION_BITS = 8

/** No longer text is read: nobody types it, and no code on paper holds a thirtieth of it. */
export const LONGEST_LINK = 100_000

const bodyLength = uint(7)

/**
 * A session as the fragment of a URL: letters that need no escaping, with a version, a length and a checksum. Nothing is
 * left out; a word that is in no table is spelled. One of over `LONGEST_LINK` letters is too long to be read again.
 */
export function toLink(session: Session): string {
  const body = sessionCodec.write(session)
  const framed = bodyLength.write(body.length) + body
  const check = bitsOf(checksumOf(versionBits() + framed, CRC_32), CRC_32.width)
  return VERSION + toLetters(framed + check, BASE64URL)
}

/**
 * The session of a link. One that is empty (`required`), too long (`value`), of a later version (`not-supported`), cut off
 * (`incomplete`), changed (`structure`), or in a zone that this device does not know (`not-found`) is refused with an issue
 * of that code.
 */
export function fromLink(text: string): Result<Session> {
  if (text === '')
    return refused('required', 'is empty: open the whole link, or scan the code again')
  if (text.length > LONGEST_LINK)
    return refused('value', `has over ${LONGEST_LINK} letters: it is no link of ours`)
  const [version = ''] = text
  if (version > VERSION && VERSIONS.includes(version)) return REFUSED.newer
  const bits = fromLetters(text.slice(1), BASE64URL)
  if (version !== VERSION || bits === undefined) return REFUSED.damaged
  return readFramed(bits)
}

function readFramed(bits: Bits): Result<Session> {
  const header = createBitReader(bits)
  const length = bodyLength.read(header)
  const framed = bits.length - header.rest().length + length
  const left = bits.length - framed - CRC_32.width
  // Too few bits for a length are a link cut off within it.
  if (left < 0 || header.trouble() !== undefined) return REFUSED.cut
  const check = Number.parseInt(bits.slice(framed, framed + CRC_32.width), 2)
  const isWhole = checksumOf(versionBits() + bits.slice(0, framed), CRC_32) === check
  const isFilledUp = left < BASE64URL.width && !bits.slice(framed + CRC_32.width).includes('1')
  if (!isWhole || !isFilledUp) return REFUSED.damaged
  return readSession(createBitReader(header.rest().slice(0, length)))
}

function readSession(bits: BitReader): Result<Session> {
  const session = sessionCodec.read(bits)
  const trouble = bits.trouble() ?? (bits.rest() === '' ? undefined : 'damaged')
  return trouble === undefined ? { ok: true, value: session } : REFUSED[trouble]
}

function versionBits(): Bits {
  return bitsOf(VERSION.charCodeAt(0), VERSION_BITS)
}

const REFUSED: Readonly<Record<Trouble | 'cut', Result<never>>> = {
  cut: refused('incomplete', 'is cut off: open the whole link, or scan the code again'),
  damaged: refused('structure', 'is damaged: open the whole link, or scan the code again'),
  newer: refused('not-supported', 'was made by a newer version: update this one and try again'),
  'unknown-zone': refused('not-found', 'names a time zone that this device does not know'),
}

function refused(code: Issue['code'], found: string): Result<never> {
  return {
    ok: false,
    issues: [{ severity: 'error', code, diagnostics: `The link ${found}.`, expression: 'link' }],
  }
}
