import {
  type Instant,
  NEEDLE_DEPTH_MM,
  type PatientFacts,
  type Procedure,
  type Session,
} from '@afterglow/engine'
import type { BitReader } from './bits.ts'
import { CODE_TABLE } from './code-table.ts'
import { type Codec, extensible, list, oneOf, record } from './codec.ts'
import { eventAfter } from './event-codec.ts'
import { EPOCH, instantAfter } from './instant-codec.ts'
import { parts, wholeFrom, within } from './number-codec.ts'
import { plainWord, word, words, zone } from './word-codec.ts'

const LONGEST = { procedures: 100, events: 2000 } as const
const SESSION_NUMBER = { least: 1, most: 100 } as const
const FIRST_END_GROUP = 8
const LATER_END_GROUP = 5

/** A whole session: nothing is left out, and nothing is read that the session file's form would refuse. */
export const sessionCodec: Codec<Session> = {
  write: (session) => {
    const [first] = session.procedures
    return (
      zone.write(session.zone) +
      procedures.write(session.procedures) +
      patientFacts.write(session.patient) +
      eventsAfter(first?.endedAt ?? EPOCH, session).write(session.events)
    )
  },
  read: (bits) => {
    const read = { zone: zone.read(bits), procedures: distinct(procedures.read(bits), bits) }
    const patient = patientFacts.read(bits)
    const events = eventsAfter(read.procedures[0]?.endedAt ?? EPOCH, read).read(bits)
    return { ...read, patient, events }
  },
}

/** Two procedures of one id could not be told apart. */
function distinct(read: Procedure[], bits: BitReader): Procedure[] {
  if (new Set(read.map(({ id }) => id)).size < read.length) bits.fail('damaged')
  return read
}

const procedures: Codec<Procedure[]> = list(
  { least: 1, longest: LONGEST.procedures },
  (previous, index) =>
    extensible(
      record<Procedure>(
        {
          id: numberedId(index),
          code: word(CODE_TABLE.procedures),
          endedAt: endAfter(previous),
        },
        {
          endedAtEstimated: flag,
          device: word(CODE_TABLE.devices),
          needleDepthMm: within(parts(20, 6), NEEDLE_DEPTH_MM),
          bodySites: words(CODE_TABLE.bodySites),
          adjuncts: words(CODE_TABLE.adjuncts),
          setting: word(CODE_TABLE.settings),
          indications: words(CODE_TABLE.indications),
          sessionNumber: wholeFrom(SESSION_NUMBER.least, SESSION_NUMBER.most),
        },
      ),
    ),
)

/** Ids are mostly `p1`, `p2`, ... in this order: one bit says so. */
function numberedId(index: number): Codec<string> {
  const usual = `p${index + 1}`
  return {
    write: (id) => (id === usual ? '0' : `1${plainWord.write(id)}`),
    read: (bits) => (bits.take(1) === 0 ? usual : plainWord.read(bits)),
  }
}

const flag: Codec<boolean> = {
  write: (value) => (value ? '1' : '0'),
  read: (bits) => bits.take(1) === 1,
}

function endAfter(previous: Procedure | undefined): Codec<Instant> {
  return previous
    ? instantAfter(previous.endedAt, LATER_END_GROUP)
    : instantAfter(EPOCH, FIRST_END_GROUP)
}

const patientFacts: Codec<PatientFacts> = extensible(
  record<PatientFacts>(
    {},
    {
      fitzpatrickSkinType: oneOf(['I', 'II', 'III', 'IV', 'V', 'VI', 'unknown'], 3),
      medicines: words(CODE_TABLE.medicines),
      history: words(CODE_TABLE.history),
    },
  ),
)

function eventsAfter(
  firstEnd: Instant,
  session: Pick<Session, 'procedures'>,
): Codec<Session['events']> {
  const ids = session.procedures.map(({ id }) => id)
  return list({ longest: LONGEST.events }, (previous) =>
    eventAfter({ earlier: previous?.at ?? firstEnd, procedures: ids }),
  )
}
