import { styleText } from 'node:util'
import { visible } from '@afterglow/ledger'

/** How a page looks: its width, and whether tones are coloured. */
export interface Look {
  readonly columns: number
  readonly colour: boolean
}

export type Tone =
  | 'title'
  | 'heading'
  | 'strong'
  | 'quiet'
  | 'go'
  | 'care'
  | 'ask'
  | 'stop'
  | 'alarm'

const STYLES = {
  title: ['bold'],
  heading: ['bold', 'cyan'],
  strong: ['bold'],
  quiet: ['dim'],
  go: ['green'],
  care: ['yellow'],
  ask: ['magenta'],
  stop: ['red'],
  alarm: ['bold', 'red'],
} as const satisfies Record<Tone, readonly Parameters<typeof styleText>[0][]>

const NARROWEST = 40
const WIDEST = 100

export function lookOf(columns: number, colour: boolean): Look {
  return { columns: Math.min(WIDEST, Math.max(NARROWEST, columns)), colour }
}

/** Colour never carries meaning alone: without it every word is still there. */
export function paint(look: Look, tone: Tone, text: string): string {
  if (!look.colour || text === '') return text
  return styleText([...STYLES[tone]], text, { validateStream: false })
}

/** Breaks a text at spaces into lines no wider than `width`; a longer word stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const given of text.split(/\s+/).filter((one) => one !== '')) {
    const word = visible(given)
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}

/** A text under a mark: its first line after the mark, the others below that. */
export function marked(look: Look, mark: string, text: string): readonly string[] {
  const lines = wrap(text, look.columns - mark.length)
  return lines.map((line, k) => (k === 0 ? mark : ' '.repeat(mark.length)) + line)
}

export function bullet(look: Look, text: string): readonly string[] {
  return marked(look, '  • ', text)
}

export function paragraph(look: Look, text: string, indent = 2): readonly string[] {
  return marked(look, ' '.repeat(indent), text)
}

/** A heading over its lines, with a line of room above; nothing where there are no lines. */
export function section(look: Look, heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', paint(look, 'heading', heading), ...lines]
}

/** Names one after the other; a name may hold commas of its own. */
export function joinedNames(names: readonly string[]): string {
  return names.join('; ')
}

/** A row of two columns; the right one wraps. */
export function row(
  look: Look,
  left: { readonly text: string; readonly width: number; readonly tone: Tone },
  right: string,
): readonly string[] {
  const lines = wrap(right, look.columns - left.width - 2)
  return lines.map((line, k) => {
    const cell = (k === 0 ? left.text : '').padEnd(left.width)
    return `  ${paint(look, left.tone, cell)}${line}`
  })
}

export function page(lines: readonly string[]): string {
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}
