import { formatInstant, type Instant, parseCheckIn } from '@afterglow/engine'
import { checkedInOf, type GivenCheckIn, type Hearing, isTold, toldIn } from './check-in.ts'
import { instantIn } from './given-instant.ts'
import { didYouMean } from './nearest.ts'
import { both, done, type LocatedIssue, type Outcome, refuse, trouble } from './outcome.ts'

const KEYS = ['at', 'symptoms', 'notes']

/** Reads a check-in as people give it: `{at, symptoms: [{name, severity}], notes}`; without its own `at` it is of `now`. */
export function givenCheckIn(
  value: unknown,
  hearing: Hearing,
  now: Instant,
): Outcome<GivenCheckIn> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse(trouble('', 'structure', `is no check-in; accepted is {${KEYS.join(', ')}}`))
  // Just seen to be an object that is no list.
  const input = value as Readonly<Record<string, unknown>>
  const strange = Object.keys(input).filter((key) => !KEYS.includes(key))
  if (strange.length > 0) return refuse(...strange.map(unknownKey))
  if (!isTold(input)) return refuse(trouble('symptoms', 'required', NOTHING_TOLD))
  const said = input['at'] ?? undefined
  const at = said === undefined ? done(now) : instantIn(said, 'at')
  const told = both(at, toldIn(input, now))
  if (!told.ok) return told
  const [given, heard] = told.value
  return kept(checkedInOf({ ...heard, at: given }, hearing, (k) => `symptoms[${k}]`))
}

/** What the engine would refuse to read again must not be kept: words without end, lists without end. */
function kept(given: GivenCheckIn): Outcome<GivenCheckIn> {
  const { at } = given.checkIn
  const parsed = parseCheckIn({ ...given.checkIn, at: formatInstant(at, 'UTC') })
  return parsed.ok ? done(given) : parsed
}

const NOTHING_TOLD =
  'is missing: say how the skin is, such as [{"name": "redness", "severity": "mild"}] or [] for no signs'

function unknownKey(key: string): LocatedIssue {
  const text = `unknown key "${key}"${didYouMean(key, KEYS)}; accepted: ${KEYS.join(', ')}`
  return trouble(key, 'structure', text)
}
