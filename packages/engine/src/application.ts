import type { FactBits } from './applicability.ts'
import type { CompiledProtocol } from './compiled.ts'
import type { Instant } from './time.ts'

/** One protocol laid beside one procedure: its lengths on the clock, and which of its tests hold. */
export interface Application {
  readonly compiled: CompiledProtocol
  /** The procedure's end: 0 where instants are relative to it. */
  readonly start: Instant
  /** The instant of each of the protocol's lengths, in the order of `compiled.durations`. */
  readonly instants: readonly Instant[]
  readonly facts: FactBits
}
