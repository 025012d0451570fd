import { isolated } from '../plan/isolate.ts'
import { clockIn, lineText } from './line-text.ts'
import { comingSections, section } from './coming-text.ts'
import type { Sheet } from './sheet.ts'
import type { SheetHeading, SheetWords } from './sheet-words.ts'

/** The sheet as lines of plain text, an empty one before each heading; nothing is wrapped. */
export function sheetText(sheet: Sheet, words: SheetWords): readonly string[] {
  const part = (heading: SheetHeading, lines: readonly string[]) =>
    section(words.heading[heading], lines)
  const hasEnded = sheet.procedures.some((one) => one.hasEnded)
  return [
    ...headLines(sheet, words),
    ...(hasEnded ? [] : comingSections(sheet, words)),
    ...part('expected', expectedLines(sheet, words)),
    ...part('tasks', taskLines(sheet, words)),
    ...part('done', doneLines(sheet, words)),
    ...groupSections(sheet, words),
    ...part('signs', signLines(sheet, words)),
    ...part('help', cardLines(sheet, words)),
    ...(hasEnded ? comingSections(sheet, words) : []),
    ...part('series', seriesLines(sheet, words)),
    ...part('unknown', sheet.told.unknown.map(words.unknownFact)),
    ...part('unmapped', unmappedLines(sheet, words)),
    ...part('issues', sheet.told.issues.map(words.issue)),
    ...part(
      'sources',
      sheet.sources.map((source, k) => `${k + 1}. ${words.source(source)}`),
    ),
    ...part('carry', carryLines(sheet, words)),
    '',
    words.footer,
  ]
}

function headLines(sheet: Sheet, words: SheetWords): readonly string[] {
  const procedures = sheet.procedures.map((one) =>
    words.procedure(one, clockIn(sheet, one.endedAt, words)),
  )
  const isUncovered = sheet.procedures.some(({ protocol }) => protocol === null)
  return [
    words.title,
    words.printed(sheet.at, sheet.zone),
    ...procedures,
    ...(isUncovered ? [words.uncovered] : []),
  ]
}

const SHOWN = 6

/** The stages that started last: many sources say much the same. */
function expectedLines({ expected }: Sheet, { text }: SheetWords): readonly string[] {
  const said = new Set(expected.map(({ expectation }) => text(`expectation.${expectation}`)))
  return [...said].slice(0, SHOWN)
}

function taskLines(sheet: Sheet, words: SheetWords): readonly string[] {
  return sheet.tasks.map((task) => {
    const spans = task.spans.map(({ from, until }) => ({
      from: clockIn(sheet, from, words),
      until: until === null ? null : clockIn(sheet, until, words),
      hasBegun: from <= sheet.at,
    }))
    return words.task(words.text(`task.${task.task}`), spans, task)
  })
}

function doneLines(sheet: Sheet, words: SheetWords): readonly string[] {
  return sheet.told.done.map(({ at, subject, text }) => {
    const name = isolated(words.subject(subject), words.direction)
    const advice = text === undefined ? words.doneAsk : words.text(text)
    return `${name}, ${clockIn(sheet, at, words)}: ${advice}`
  })
}

function groupSections(sheet: Sheet, words: SheetWords): readonly string[] {
  return sheet.groups.flatMap(({ kind, opensAt, lines }) => {
    const heading =
      kind === 'opens' && opensAt !== null
        ? words.opens(clockIn(sheet, opensAt, words))
        : words.heading[kind === 'clinic' ? 'clinic' : 'open']
    const medicine = lines.some((line) => line.medicine) ? [words.medicine] : []
    return section(heading, [...lines.map((line) => lineText(sheet, line, words)), ...medicine])
  })
}

function signLines(sheet: Sheet, words: SheetWords): readonly string[] {
  return sheet.signs.map(({ sign, typicalEnd, outerEnd }) =>
    words.signEnds(words.sign(sign), {
      typical: clockIn(sheet, typicalEnd, words),
      outer: outerEnd > typicalEnd ? clockIn(sheet, outerEnd, words) : null,
    }),
  )
}

function cardLines({ cards, safetyNet }: Sheet, words: SheetWords): readonly string[] {
  const lines = cards.flatMap(({ level, alarms }) =>
    alarms.length === 0
      ? []
      : [words.text(`care-card.${level}`), ...alarms.map((alarm) => `- ${words.alarm(alarm)}`)],
  )
  return [...lines, ...safetyNet.map((id) => words.text(`safety-net.${id}`))]
}

function seriesLines({ series }: Sheet, words: SheetWords): readonly string[] {
  if (series === null) return []
  const holds = series.holds.map(({ hold, toConfirm }) => {
    const text = words.text(`hold.${hold}`)
    return toConfirm ? words.toConfirm(text) : text
  })
  const next = series.next === null ? words.noSession : words.nextSession(words.date(series.next))
  return [next, ...holds]
}

function unmappedLines({ told }: Sheet, words: SheetWords): readonly string[] {
  return told.unmapped.map((word) => words.unmapped(isolated(word, words.direction)))
}

function carryLines({ carry }: Sheet, words: SheetWords): readonly string[] {
  const { link, shortCode } = carry
  const code = shortCode && words.shortCode(isolated(shortCode.code, words.direction))
  const leftOut = shortCode?.leftOut.map((kind) => words.leftOut[kind]) ?? []
  return [...(code === null ? [] : [code, ...leftOut]), words.link(isolated(link, words.direction))]
}
