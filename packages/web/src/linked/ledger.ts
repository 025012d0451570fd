import { createPlanner, type Planner, type Protocol, type ProtocolToPlan } from '@afterglow/engine'
import { createTexts, type Texts } from '../words/texts.ts'

/** The protocols that a plan is made with, and what they call things. */
export interface Ledger {
  readonly planner: () => Planner
  readonly protocols: readonly Protocol[]
  /** With the words of a clinic's own protocol; not there where the app's own say all. */
  readonly withTexts?: (texts: Texts) => Texts
}

export function ledgerOf(protocols: readonly ProtocolToPlan[]): Ledger {
  let planner: Planner | undefined
  return {
    planner: () => (planner ??= createPlanner(protocols)),
    protocols,
    withTexts: (texts) => withProtocolTexts(texts, protocols),
  }
}

/** Of two protocols with one key the first has the word; English where a clinic's own has none in the language. */
export function withProtocolTexts(texts: Texts, protocols: readonly Protocol[]): Texts {
  const { lang, table } = texts
  const own = (locale: string) =>
    Object.fromEntries(
      protocols.toReversed().flatMap((one) => Object.entries(one.texts[locale] ?? {})),
    )
  return createTexts(lang, own('en'), table, own(lang))
}

/** The versions that a planner plans with, as a server names them. */
export function hashesOf(ledger: Ledger): readonly string[] {
  return ledger.planner().versions.map(({ hash }) => hash)
}
