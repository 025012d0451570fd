import { plainText } from './plain-text.ts'

/** Names between two commas: one as a rule, several where a separator is not certain. */
export interface Item {
  readonly parts: readonly Part[]
}

export interface Part {
  readonly text: string
  /** With what stands in its brackets written where it stands. */
  readonly inline: string
  readonly inner: readonly Item[]
  /** What follows the last bracket; where there is something, the bracket stands inside the name and explains it. */
  readonly tail: string
  readonly percent?: number
  /** Whether this and the part before are rather one name (a broken line) than two. */
  readonly joins: boolean
}

type Kind = 'text' | 'open' | 'close' | 'hard' | 'join' | 'alone' | 'percent'

interface Token {
  readonly kind: Kind
  readonly text: string
}

interface Draft {
  text: string
  inline: string
  inner: readonly Item[]
  tail: string
  percent?: number
  joins: boolean
}

/** One level of brackets while it is read. */
interface Frame {
  readonly items: Item[]
  parts: Draft[]
  draft: Draft
  /** A percentage that stands before its name. */
  ahead: number | undefined
}

const DEEPEST = 5
const TOKEN =
  /(?<open>[([{])|(?<close>[)\]}])|(?<percent>\d+(?:[.,]\d+)?\s?(?:%|percent\b|mg\/g\b|mg\/ml\b)(?:\s?[wv]\/[wv])?)|(?<hard>(?<!\d),|,(?!\d)|[;،؛、，；•·●▪◦∙・‣■□◆►➢✓\t])|(?<join> \/ )|(?<alone>\||(?:^|\s)[-–—*+=>→~](?=\s|$)|[:：]|\.{2,}|…|[.](?=\s)|\s(?:and|et|und|y|&)\s|[ ]{3,})|(?<line>\n)/giu

/** The names of one section, however they are separated. Reads each letter once. */
export function itemsOf(section: string): readonly Item[] {
  const text = plainText(section)
  const tokens = matched(tokensOf(text))
  const frames: Frame[] = [emptyFrame()]
  for (const token of tokens) read(token, frames)
  // The first frame is never taken off: closing brackets without an opening one are separators.
  const outermost = frames[0] as Frame
  endItem(outermost)
  return outermost.items
}

function tokensOf(text: string): readonly Token[] {
  const lines: Kind = /[,;،、，；]/.test(text) ? 'join' : 'alone'
  const tokens: Token[] = []
  let from = 0
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > from) tokens.push({ kind: 'text', text: text.slice(from, match.index) })
    tokens.push({ kind: kindOf(match.groups ?? {}, lines), text: match[0] })
    from = match.index + match[0].length
  }
  if (from < text.length) tokens.push({ kind: 'text', text: text.slice(from) })
  return tokens
}

function kindOf(groups: Readonly<Record<string, string | undefined>>, lines: Kind): Kind {
  if (groups['line'] !== undefined) return lines
  const kinds = ['open', 'close', 'percent', 'hard', 'join'] as const
  return kinds.find((kind) => groups[kind] !== undefined) ?? 'alone'
}

/** Brackets without their other half, or too deep to mean anything, become separators. */
function matched(tokens: readonly Token[]): readonly Token[] {
  const open: number[] = []
  const pairs = new Set<number>()
  tokens.forEach(({ kind }, k) => {
    if (kind === 'open') open.push(k)
    if (kind !== 'close') return
    const partner = open.pop()
    if (partner !== undefined && open.length < DEEPEST) pairs.add(partner).add(k)
  })
  return tokens.map((token, k) =>
    (token.kind === 'open' || token.kind === 'close') && !pairs.has(k)
      ? { kind: 'hard', text: token.text }
      : token,
  )
}

function read({ kind, text }: Token, frames: Frame[]): void {
  // Pairs are matched: the last frame is there, and a closing bracket leaves at least the first.
  const frame = frames.at(-1) as Frame
  if (kind === 'text') addText(frame, text)
  else if (kind === 'open') frames.push(emptyFrame())
  else if (kind === 'close') closeFrame(frames)
  else if (kind === 'percent') addPercent(frame, percentIn(text))
  else if (kind === 'hard') endItem(frame)
  else endPart(frame, kind === 'join')
}

function addText(frame: Frame, text: string): void {
  frame.draft.text += text
  frame.draft.inline += text
  frame.draft.tail += text
}

function addPercent(frame: Frame, percent: number): void {
  if (frame.draft.text.trim() === '') frame.ahead = percent
  else {
    frame.draft.percent = percent
    endPart(frame, false)
  }
}

/** `7,5 %` and `75 mg/g` are the same. */
function percentIn(text: string): number {
  const number = Number.parseFloat(text.replace(',', '.'))
  return text.toLowerCase().includes('mg') ? number / 10 : number
}

function closeFrame(frames: Frame[]): void {
  const closed = frames.pop() as Frame
  const { ahead } = closed
  endItem(closed)
  const { draft } = frames.at(-1) as Frame
  if (ahead !== undefined && closed.items.length === 0) draft.percent = ahead
  const [only, ...others] = closed.items
  const inside = only && others.length === 0 ? only.parts.map(({ inline }) => inline).join(' ') : ''
  draft.tail = ''
  draft.text += ' '
  draft.inline += ` ${inside} `
  draft.inner = [...draft.inner, ...closed.items]
}

function endPart(frame: Frame, joins: boolean): void {
  const { draft, ahead } = frame
  const isEmpty = draft.text.trim() === '' && draft.inner.length === 0
  if (!isEmpty) {
    if (ahead !== undefined) draft.percent ??= ahead
    frame.ahead = undefined
    frame.parts.push(draft)
  }
  frame.draft = emptyDraft(joins)
}

function endItem(frame: Frame): void {
  endPart(frame, false)
  if (frame.parts.length > 0) frame.items.push({ parts: frame.parts })
  frame.parts = []
}

function emptyFrame(): Frame {
  return { items: [], parts: [], draft: emptyDraft(false), ahead: undefined }
}

function emptyDraft(joins: boolean): Draft {
  return { text: '', inline: '', inner: [], tail: '', joins }
}
