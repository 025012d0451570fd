import { type Disposition, type Protocol, triage } from '@afterglow/engine'
import type { Care } from '../care.ts'
import { CARE_CARD, HEADING } from '../copy.ts'
import { bullet, paint, section, type Tone } from '../layout.ts'
import { listed, signName, signWord, type Texts } from '../texts.ts'
import { DAY } from '../time-text.ts'
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
    const title = paint(view.look, tone, `  ${view.texts.text(`care-card.${key}`)}`)
    return [title, ...found.flatMap((text) => bullet(view.look, text))]
  })
  return section(view.look, HEADING.call, lines)
}

/** The card's alarms in words, those that count for this person: triage itself is asked. */
export function flagsOf(care: Care, disposition: Disposition): readonly string[] {
  const flags = care.protocols.flatMap((protocol) => protocol.triage.redFlags)
  const texts = flags
    .filter((flag) => flag.disposition === disposition && counts(care, flag))
    .map((flag) => flagText(flag, care.texts))
  return withoutStronger([...new Set(texts)])
}

/** A year on, so that no flag waits for its day, with the sign at its strongest beside those it goes with. */
function counts({ planner, plan, at }: Care, { id, sign, with: others = [] }: RedFlag): boolean {
  if (!plan.procedures.some((one) => one.endedAt <= at)) return true
  const signs = [sign, ...others].map((code) => ({ code, severity: code === 'fever' ? 41 : 10 }))
  const { reasons } = triage(planner, plan, { at: at + 365 * DAY, signs })
  return reasons.some((reason) => reason.basis.includes(id))
}

function flagText({ sign, atLeast, with: others }: RedFlag, texts: Texts): string {
  const name = signName(texts, sign)
  const strength =
    sign === 'fever' ? CARE_CARD.fever(name, atLeast ?? 38) : severityText(name, atLeast)
  if (!others) return strength
  return CARE_CARD.together(
    strength,
    listed(
      others.map((code) => signWord(texts, code)),
      'or',
    ),
  )
}

function severityText(name: string, atLeast: number | undefined): string {
  if (atLeast === undefined || atLeast < 4) return name
  return atLeast >= 7 ? CARE_CARD.severe(name) : CARE_CARD.moderate(name)
}

/** Where any strength counts, or a sign alone does, the narrower line says nothing more. */
function withoutStronger(texts: readonly string[]): readonly string[] {
  return texts.filter(
    (text) =>
      !texts.some(
        (other) =>
          other !== text && (text.endsWith(`: ${other}`) || text.startsWith(`${other} together`)),
      ),
  )
}
