import type { CareEvent, Instant } from '@afterglow/engine'
import { CODE_TABLE } from './code-table.ts'
import { type Codec, extensible, fixed, list, mapped, oneOf, record } from './codec.ts'
import { duration, durationOrCleared } from './duration-codec.ts'
import { instantAfter } from './instant-codec.ts'
import { severity, wholeFrom } from './number-codec.ts'
import { textBetween } from './text-codec.ts'
import { plainWord, word, words, zone } from './word-codec.ts'

/** By their numbers: append-only. */
const TYPES = [
  'check-in',
  'clearance',
  'override',
  'done',
  'moved',
  'corrected',
  'patient-reported-advice',
] as const satisfies readonly CareEvent['type'][]

type EventType = CareEvent['type']
type Rest<T extends EventType> = Omit<Extract<CareEvent, { type: T }>, 'type' | 'at'>

/** What an event's codec has to know: the instants before it and the procedures it may name. */
export interface EventSetting {
  /** The instant of the event before, or of the first procedure's end. */
  readonly earlier: Instant
  readonly procedures: readonly string[]
}

const typeNumber = fixed(3)
const MINUTES_GROUP = 5

/** One event: its kind, how long after the one before, then what its kind has. */
export function eventAfter({ earlier, procedures }: EventSetting): Codec<CareEvent> {
  const instant = instantAfter(earlier, MINUTES_GROUP)
  return extensible({
    write: (event) => {
      const type = typeNumber.write(TYPES.indexOf(event.type))
      const rest = restCodecs({ earlier: event.at, procedures })[event.type]
      return type + instant.write(event.at) + rest.write(event)
    },
    read: (bits) => {
      const type = TYPES[typeNumber.read(bits)]
      if (type === undefined) bits.fail('newer')
      const at = instant.read(bits)
      const rest = restCodecs({ earlier: at, procedures })[type ?? 'check-in']
      // The rest is read by the codec of this very type.
      return { type, at, ...rest.read(bits) } as CareEvent
    },
  })
}

type RestCodecs = { readonly [T in EventType]: Codec<Rest<T>> }

/** Each kind's codec as one that takes any event: it is asked only with its own. */
function restCodecs(setting: EventSetting): Readonly<Record<EventType, Codec<object>>> {
  const codecs: RestCodecs = {
    ...STILL,
    corrected: record<Rest<'corrected'>>(
      {
        procedure: indexIn(setting.procedures),
        endedAt: instantAfter(setting.earlier, MINUTES_GROUP),
      },
      {},
    ),
  }
  // `eventAfter` picks the codec by the event's own type.
  return codecs as unknown as Readonly<Record<EventType, Codec<object>>>
}

function indexIn(procedures: readonly string[]): Codec<string> {
  return mapped(wholeFrom(0, procedures.length - 1), {
    to: (id: string) => procedures.indexOf(id),
    from: (index) => procedures[index] ?? '',
  })
}

const subject = word(CODE_TABLE.subjects)
const signReport = record<Rest<'check-in'>['signs'][number]>(
  { code: word(CODE_TABLE.signs), severity },
  { trend: oneOf(['fading', 'steady', 'worsening'], 2) },
)
const LONGEST = { signs: 100, notes: 100_000 } as const

/** The kinds whose form needs nothing from outside. */
const STILL: Omit<RestCodecs, 'corrected'> = {
  'check-in': record<Rest<'check-in'>>(
    { signs: list({ longest: LONGEST.signs }, () => signReport) },
    {
      settled: words(CODE_TABLE.signs),
      notes: textBetween({ least: 0, most: LONGEST.notes }),
    },
  ),
  clearance: record<Rest<'clearance'>>({ subject, by: plainWord }, {}),
  override: record<Rest<'override'>>(
    {
      subject,
      window: record<Rest<'override'>['window']>({ until: duration }, {}),
      by: plainWord,
      reason: plainWord,
    },
    {},
  ),
  done: record<Rest<'done'>>({ subject }, {}),
  moved: record<Rest<'moved'>>({ zone }, {}),
  'patient-reported-advice': record<Rest<'patient-reported-advice'>>(
    {
      subject,
      window: record<Rest<'patient-reported-advice'>['window']>({ until: durationOrCleared }, {}),
    },
    {},
  ),
}
