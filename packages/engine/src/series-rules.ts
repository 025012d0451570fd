import { type Bits, type Gate, gateOf, holds } from './applicability.ts'
import type { CompiledProtocol } from './compiled.ts'
import { nominalMilliseconds } from './duration.ts'
import { DAY_MS } from './duration.ts'
import { readLength, requireDuration } from './protocol.ts'

/** What the sources say of a run of sessions, taken together. */
export interface SeriesRules {
  readonly sessions: {
    readonly atLeast: number
    readonly atMost: number
    readonly preferred: number
    readonly basis: readonly string[]
  }
  readonly spacing: Spacing
  readonly maintenance: {
    readonly preferred: DurationRange
    readonly allowable: DurationRange
    readonly basis: readonly string[]
  }
  /** How long after the last session its full effect shows. */
  readonly effect: { readonly after: string; readonly basis: readonly string[] }
}

export interface Spacing {
  /** Where the sources' ranges overlap; where they do not, the least that every source keeps to. */
  readonly preferredDays: Range
  /** The sources' outer bounds; never less than `atLeast`. */
  readonly allowableDays: Range
  readonly basis: readonly string[]
}

export interface Range {
  readonly atLeast: number
  readonly atMost: number
}

interface DurationRange {
  readonly atLeast: string
  readonly atMost: string
}

export function seriesRulesOf({ protocol, atoms }: CompiledProtocol, certain: Bits): SeriesRules {
  const binding = <T extends { readonly when?: Parameters<typeof gateOf>[0] }>(
    rules: readonly T[],
  ) => rules.filter((rule) => holds(gateOf(rule.when, atoms) satisfies Gate | undefined, certain))
  const { series } = protocol
  const sessions = binding(series.sessions)
  const spacing = binding(series.spacing)
  const maintenance = binding(series.maintenance)
  const least = sessions.flatMap((rule) => rule.atLeast ?? [])
  const most = sessions.flatMap((rule) => rule.atMost ?? [])
  return {
    sessions: {
      atLeast: Math.min(...least, ...most),
      atMost: Math.max(...most, ...least),
      preferred: Math.max(...least),
      basis: sessions.map((rule) => rule.id),
    },
    spacing: spacingOf(spacing),
    maintenance: {
      preferred: overlapOf(maintenance),
      allowable: outerOf(maintenance),
      basis: maintenance.map((rule) => rule.id),
    },
    effect: { after: readLength(series.effect.until, protocol) ?? '', basis: [series.effect.id] },
  }
}

function spacingOf(rules: readonly (DurationRange & { readonly id: string })[]): Spacing {
  return {
    preferredDays: inDays(overlapOf(rules)),
    allowableDays: inDays(outerOf(rules)),
    basis: rules.map((rule) => rule.id),
  }
}

/** The span that every range holds; where they leave none, from the longest least on. */
function overlapOf(ranges: readonly DurationRange[]): DurationRange {
  const atLeast = longest(ranges.map((range) => range.atLeast))
  const atMost = shortest(ranges.map((range) => range.atMost))
  return length(atMost) < length(atLeast) ? { atLeast, atMost: atLeast } : { atLeast, atMost }
}

function outerOf(ranges: readonly DurationRange[]): DurationRange {
  return {
    atLeast: shortest(ranges.map((range) => range.atLeast)),
    atMost: longest(ranges.map((range) => range.atMost)),
  }
}

function longest(durations: readonly string[]): string {
  return durations.reduce((a, b) => (length(b) > length(a) ? b : a))
}

function shortest(durations: readonly string[]): string {
  return durations.reduce((a, b) => (length(b) < length(a) ? b : a))
}

/** Ranges of a series are all in whole days, or all in months: `protocol check` holds them to it. */
function length(duration: string): number {
  return nominalMilliseconds(requireDuration(duration))
}

function inDays(range: DurationRange): Range {
  return { atLeast: length(range.atLeast) / DAY_MS, atMost: length(range.atMost) / DAY_MS }
}
