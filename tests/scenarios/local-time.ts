import { formatInstant, type Instant, parseInstant, type Session, zoneAt } from '@afterglow/engine'

const HOUR_MS = 3_600_000

/** `2026-11-25 12:45` on the person's clock, with seconds where there are any and the offset where a clock shows it twice. */
export function localTime(at: Instant, { zone, events }: Session): string {
  const here = zoneAt(zone, events, at)
  const text = formatInstant(at, here)
  const wall = text.slice(0, 16)
  const twice = [-HOUR_MS, HOUR_MS].some(
    (hour) => formatInstant(at + hour, here).slice(0, 16) === wall,
  )
  const seconds = text.slice(16, 19) === ':00' ? '' : text.slice(16, 19)
  return `${wall.replace('T', ' ')}${seconds}${twice ? ` ${text.slice(19)}` : ''}`
}

/** Reads what `localTime` writes: the one instant at which the person's clock shows it. */
export function instantAt(text: string, session: Session): Instant {
  const [date = '', time = '', offset] = text.split(' ')
  const clock = time.length === 5 ? `${time}:00` : time
  const zones = [session.zone, ...session.events.flatMap((e) => (e.type === 'moved' ? e.zone : []))]
  const utc = parseInstant(`${date}T${clock}Z`)
  if (utc === undefined) throw new Error(`"${text}" is no local time`)
  const offsets = offset ? [offset] : zones.flatMap((zone) => offsetsAbout(utc, zone))
  const found = new Set(
    offsets
      .flatMap((one) => parseInstant(`${date}T${clock}${one}`) ?? [])
      .filter((at) => localTime(at, session) === text),
  )
  const [at] = found
  if (at === undefined || found.size > 1) throw new Error(`"${text}" is ${found.size} instants`)
  return at
}

function offsetsAbout(utc: Instant, zone: string): readonly string[] {
  return [-24, 0, 24].map((hours) => formatInstant(utc + hours * HOUR_MS, zone).slice(19))
}
