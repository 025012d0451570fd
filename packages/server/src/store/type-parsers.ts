/** Reads one value in PostgreSQL's text format. */
export type TypeParser = (text: string) => unknown

/** A value that JavaScript cannot hold as it is, or in a format that the session should not use. */
export class UnreadableError extends Error {}

/**
 * The reader for a type, the same for both drivers: int8, numeric -> number (throws where a number cannot hold it);
 * timestamptz, timestamp (as UTC) -> epoch milliseconds, microseconds cut off; bytea -> Uint8Array; json, jsonb ->
 * the value; one-dimensional and nested arrays of these. Everything else, date and uuid too, stays PostgreSQL's text.
 */
export function typeParser(oid: number): TypeParser {
  return PARSERS.get(oid) ?? asText
}

/** Every type that is not left as text. */
export function typeParsers(): ReadonlyMap<number, TypeParser> {
  return PARSERS
}

/**
 * A parameter in PostgreSQL's text format, as `pg` would write it: bytes as hex, arrays as array literals, other
 * objects as JSON. Our own times are strings; a Date (libraries pass them) is for timestamptz only.
 */
export function parameterText(value: unknown): string | null {
  switch (typeof value) {
    case 'undefined':
      return null
    case 'string':
      return value
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value)
    case 'object':
      return objectText(value)
    default:
      throw new TypeError(`a ${typeof value} cannot be a query parameter`)
  }
}

function objectText(value: object | null): string | null {
  if (value === null) return null
  if (value instanceof Uint8Array) return bytesText(value)
  if (Array.isArray(value)) return arrayText(value)
  if (value instanceof Date) return value.toISOString()
  return JSON.stringify(value)
}

function bytesText(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`
}

function arrayText(values: readonly unknown[]): string {
  return `{${values.map(elementText).join(',')}}`
}

function elementText(value: unknown): string {
  if (Array.isArray(value)) return arrayText(value)
  const text = parameterText(value)
  return text === null ? 'NULL' : `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}

function asText(text: string): string {
  return text
}

function asBoolean(text: string): boolean {
  return text === 't'
}

/** Whole numbers beyond 2^53 would silently become their neighbour. */
function asNumber(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new UnreadableError(`${text} is too large for a number`)
  }
  return value
}

function asBytes(text: string): Uint8Array {
  if (!text.startsWith('\\x'))
    throw new UnreadableError('bytea is not in hex: set bytea_output to hex')
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'))
}

function asJson(text: string): unknown {
  return JSON.parse(text)
}

const TIMESTAMP =
  /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,6})?)(?:([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?)?$/

function asEpochMs(text: string): number {
  const [, day, time, sign, hours, minutes, seconds] = TIMESTAMP.exec(text) ?? []
  if (day === undefined || time === undefined) {
    throw new UnreadableError(
      `${text} is no time that can be held: years 0001 to 9999, DateStyle ISO`,
    )
  }
  const offsetSeconds = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
  const local = Date.parse(`${day}T${time}Z`)
  return local - (sign === '-' ? -1000 : 1000) * offsetSeconds
}

/** Element type, array type, reader. Type numbers are fixed for ever in PostgreSQL's pg_type.dat. */
const TYPES: readonly (readonly [oid: number, arrayOid: number, parse: TypeParser])[] = [
  [16, 1000, asBoolean],
  [17, 1001, asBytes],
  [18, 1002, asText],
  [19, 1003, asText],
  [20, 1016, asNumber],
  [21, 1005, asNumber],
  [23, 1007, asNumber],
  [25, 1009, asText],
  [26, 1028, asNumber],
  [114, 199, asJson],
  [700, 1021, Number],
  [701, 1022, Number],
  [1042, 1014, asText],
  [1043, 1015, asText],
  [1082, 1182, asText],
  [1114, 1115, asEpochMs],
  [1184, 1185, asEpochMs],
  [1700, 1231, asNumber],
  [2950, 2951, asText],
  [3802, 3807, asJson],
]

const PARSERS: ReadonlyMap<number, TypeParser> = new Map(
  TYPES.flatMap(([oid, arrayOid, parse]) => [
    [oid, parse] as const,
    [arrayOid, arrayParser(parse)] as const,
  ]),
)

function arrayParser(parse: TypeParser): TypeParser {
  return (text) => parseArray(text, parse)
}

/** A token of an array literal: a brace, a comma, a quoted element or a bare one. */
const ARRAY_TOKEN = /[{},]|"((?:[^"\\]|\\.)*)"|[^{},"]+/gsu

/** Reads `{1,NULL,"a \"b\""}`; explicit bounds (`[0:1]={...}`) are dropped. */
function parseArray(text: string, parse: TypeParser): unknown[] {
  const root: unknown[] = []
  const open: unknown[][] = [root]
  for (const [token, quoted] of text.slice(text.indexOf('{')).matchAll(ARRAY_TOKEN)) {
    const current = open.at(-1) ?? root
    if (token === '{') {
      const inner: unknown[] = []
      current.push(inner)
      open.push(inner)
    } else if (token === '}') open.pop()
    else if (token !== ',') current.push(elementValue(token, quoted, parse))
  }
  const [array] = root
  if (!Array.isArray(array)) throw new UnreadableError('not an array literal')
  return array
}

function elementValue(token: string, quoted: string | undefined, parse: TypeParser): unknown {
  if (quoted !== undefined) return parse(quoted.replaceAll(/\\(.)/gs, '$1'))
  return token === 'NULL' ? null : parse(token)
}
