import type { Explanation, VoiceExplained } from '@afterglow/engine'
import { subjectName, visible } from '@afterglow/ledger'
import { EXPLAIN, STANCE } from '../copy.ts'
import { bullet, marked, page, paint, paragraph, section } from '../layout.ts'
import { clockText, lengthText, longClockText } from '../time-text.ts'
import { reasonSource, sourceText } from './source-lines.ts'
import { stepLines } from './step-lines.ts'
import { estimatedLines, toldLines } from './told-lines.ts'
import { answerLines } from './verdict-page.ts'
import { changesText } from './verdict-text.ts'
import type { View } from './view.ts'
import { windowText } from './window-text.ts'

/** What each source says of one subject, in its own words of time, and which of them decides. */
export function explainPage(view: View, { verdict, voices, floor }: Explanation): string {
  const { look, texts } = view
  const leaf = voices.length > 0 && verdict.narrower ? EXPLAIN.strictest : []
  return page([
    paint(look, 'title', EXPLAIN.title(visible(subjectName(texts, verdict.subject)))),
    ...section(look, EXPLAIN.answer(longClockText(view)), answerLines(view, verdict)),
    ...estimatedLines(view),
    ...toldLines(view),
    ...section(look, EXPLAIN.voices, [
      ...leaf,
      ...voices.flatMap((voice) => voiceLines(view, voice)),
      ...(voices.length === 0 ? paragraph(look, EXPLAIN.none) : []),
    ]),
    ...section(look, EXPLAIN.disagree, disagreement(view, voices)),
    ...section(look, EXPLAIN.steps, stepLines(view, verdict)),
    ...(voices.length === 0
      ? []
      : section(look, EXPLAIN.changes, changeLines(view, { verdict, voices, floor }))),
  ])
}

function voiceLines(view: View, voice: VoiceExplained): readonly string[] {
  const { look, texts, sources } = view
  const { reason, source, governs } = voice
  const mark = governs ? paint(look, 'strong', `  <- ${EXPLAIN.governs}`) : ''
  const said = `${STANCE[reason.stance]}, ${windowText(reason.window, view)}`
  const condition =
    reason.condition === undefined ? [] : [texts.text(`condition.${reason.condition}`)]
  const cited = sources && source ? [`${sourceText(source)}${factsOf(voice)}`] : []
  const remark = reason.note !== undefined && (governs || sources) ? [reason.note] : []
  const notes = [...condition, ...remark, ...cited]
  return [
    `  ${governs ? paint(look, 'strong', '>') : '-'} ${visible(reasonSource(view, reason))}${mark}`,
    ...marked(look, '      ', [said, forYou(view, voice)].filter((one) => one !== '').join(': ')),
    ...notes.flatMap((note) => paragraph(look, note, 6).map((line) => paint(look, 'quiet', line))),
  ]
}

function factsOf({ reason }: VoiceExplained): string {
  const parts = [reason.locator ?? '', ...(reason.fact ?? [])].filter((one) => one !== '')
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`
}

/** The source's own figure on this person's clock. */
function forYou(view: View, { from, until, earliest }: VoiceExplained): string {
  const clock = (instant: number) => clockText(instant, view)
  const start = from === null ? [] : [EXPLAIN.fromFor(clock(from))]
  if (until === null) return start.join('')
  const end =
    earliest === null
      ? EXPLAIN.forYou(clock(until))
      : EXPLAIN.between(clock(earliest), clock(until))
  return [...start, end].join(', ')
}

function disagreement(view: View, voices: readonly VoiceExplained[]): readonly string[] {
  const ends = voices
    .filter(({ reason }) => reason.stance === 'avoid' || reason.stance === 'ask')
    .flatMap(({ until, earliest }) => [until, earliest])
    .filter((end) => end !== null)
    .toSorted((a, b) => a - b)
  const [short, long] = [ends[0] ?? 0, ends.at(-1) ?? 0]
  const stances = new Set(voices.map(({ reason }) => reason.stance))
  const isOpposed = (stances.has('use') || stances.has('allow')) && stances.has('avoid')
  return [
    ...(long > short
      ? paragraph(
          view.look,
          EXPLAIN.disagreement(
            clockText(short, view),
            clockText(long, view),
            lengthText(long - short),
          ),
        )
      : []),
    ...(isOpposed ? paragraph(view.look, EXPLAIN.opposed) : []),
  ]
}

function changeLines(view: View, { verdict, floor }: Explanation): readonly string[] {
  const bound = floor === null ? EXPLAIN.noFloor : EXPLAIN.floor(clockText(floor, view))
  const others = floor !== null && floor <= view.at ? [] : [bound]
  return changesText(view, verdict, others).flatMap((text) => bullet(view.look, text))
}
