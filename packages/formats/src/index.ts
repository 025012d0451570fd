export { fromLink, LONGEST_LINK, toLink } from './link/link.ts'
export { LONGEST_QR, toQr } from './link/qr.ts'
export { LEFT_OUT, type LeftOut, mayBeTooOpen } from './link/essentials.ts'
export {
  fromShortCode,
  type ShortCode,
  type ShortCodeContext,
  type ShortSession,
  toShortCode,
} from './link/short-code.ts'
export { UNNAMED } from './link/short-words.ts'
