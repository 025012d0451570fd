import { type Disposition, type Protocol, triage } from '@afterglow/engine'
import type { Care } from '../care.ts'
import { CARE_CARD, HEADING } from '../copy.ts'
import { bullet, paint, paragraph, section, type Tone } from '../layout.ts'
import { listed, lowerFirst, signName, signWord, type Texts } from '../texts.ts'
import { DAY } from '../time-text.ts'
import { groupedBy } from './lists.ts'
import type { View } from './view.ts'

type RedFlag = Protocol['triage']['redFlags'][number]

const CARDS = [
  { key: 'emergency', disposition: 'emergency', tone: 'alarm' },
  { key: 'urgent', disposition: 'urgent', tone: 'stop' },
  { key: 'contact', disposition: 'contact-clinic', tone: 'care' },
] as const satisfies readonly { key: string; disposition: Disposition; tone: Tone }[]

/** When to get help and how fast: the ledger's alarms, each once, under the most urgent card that has it. */
export function careCardLines(view: View): readonly string[] {
  const said = new Set<string>()
  const lines = CARDS.flatMap(({ key, disposition, tone }) => {
    const found = flagsOf(view, disposition).filter((text) => !said.has(text))
    for (const text of found) said.add(text)
    if (found.length === 0) return []
    const title = paragraph(view.look, view.texts.text(`care-card.${key}`))
    const painted = title.map((line) => paint(view.look, tone, line))
    return [...painted, ...found.flatMap((text) => bullet(view.look, text))]
  })
  return section(view.look, HEADING.call, lines)
}

/** What the emergency card lists. */
export function emergencySigns(care: Care): readonly string[] {
  return flagsOf(care, 'emergency')
}

/** The card's alarms in words, those that count for this person: triage itself is asked. */
function flagsOf(care: Care, disposition: Disposition): readonly string[] {
  const flags = care.protocols
    .flatMap((protocol) => protocol.triage.redFlags)
    .filter((flag) => flag.disposition === disposition && counts(care, flag))
  const alone = flags.filter((flag) => flag.with === undefined)
  // What raises the card by itself need not be named again as something that raises it with another sign.
  const any = new Set(
    alone.filter((flag) => (flag.atLeast ?? 0) < MODERATE).map((flag) => flag.sign),
  )
  const together = flags.flatMap((flag) => {
    const others = (flag.with ?? []).filter((sign) => !any.has(sign))
    return others.length === 0 || any.has(flag.sign) ? [] : [{ flag, others }]
  })
  return [
    ...new Set([
      ...alone
        .filter(
          (flag) => (flag.atLeast ?? 0) < MODERATE || flag.sign === 'fever' || !any.has(flag.sign),
        )
        .map((flag) => strengthText(flag, care.texts)),
      ...groupedBy(together, ({ others }) => others.join()).map((same) =>
        togetherText(same, care.texts),
      ),
    ]),
  ]
}

const MODERATE = 4
const SEVERE = 7

/** A year on, so that no flag waits for its day, with the sign at its strongest beside those it goes with. */
function counts({ planner, plan, at }: Care, { id, sign, with: others = [] }: RedFlag): boolean {
  if (!plan.procedures.some((one) => one.endedAt <= at)) return true
  const signs = [sign, ...others].map((code) => ({ code, severity: code === 'fever' ? 41 : 10 }))
  const { reasons } = triage(planner, plan, { at: at + 365 * DAY, signs })
  return reasons.some((reason) => reason.basis.includes(id))
}

function strengthText({ sign, atLeast = 0 }: RedFlag, texts: Texts): string {
  if (sign === 'fever') return CARE_CARD.fever(atLeast)
  if (atLeast >= SEVERE) return CARE_CARD.severe(signWord(texts, sign))
  return atLeast >= MODERATE ? CARE_CARD.moderate(signWord(texts, sign)) : signName(texts, sign)
}

interface Together {
  readonly flag: RedFlag
  readonly others: readonly string[]
}

function togetherText(same: readonly Together[], texts: Texts): string {
  const [first = '', ...rest] = same.map(({ flag }) => strengthText(flag, texts))
  const others = (same[0]?.others ?? []).map((sign) => signWord(texts, sign))
  return CARE_CARD.together(listed([first, ...rest.map(lowerFirst)], 'or'), listed(others, 'or'))
}
