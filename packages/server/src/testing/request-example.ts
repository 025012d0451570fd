import { z } from '@hono/zod-openapi'
import type { RouteSpec } from '../http/route.ts'

/** What stands under these keys, whatever form they have: texts that a form of letters cannot make up. */
const BY_KEY: Readonly<Record<string, unknown>> = {
  zone: 'Asia/Dubai',
  locale: 'en',
  at: '2026-11-22T07:30:00Z',
  endedAt: '2026-11-22T07:30:00Z',
  subject: 'makeup',
  window: 'P5D',
  until: 'P5D',
  email: 'someone@example.org',
  address: 'someone@example.org',
  phone: '+971501234567',
  url: 'https://hooks.example.org/in',
  password: 'heron lantern 48 quarry',
  reason: 'as agreed by phone',
  code: 'microneedling',
  noticeVersion: '2026-11',
  ingredients: 'Aqua, Glycerin',
}

type Schema = Readonly<Record<string, unknown>>

/** The smallest picture there is. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A body that a route takes: what its form requires, and nothing else; of an upload a picture, or a line of a table. */
export function requestExample({ body, upload }: Pick<RouteSpec, 'body' | 'upload'>): unknown {
  if (upload) {
    const isPicture = upload.types.some((type) => type.startsWith('image/'))
    return isPicture ? Buffer.from(PNG, 'base64') : new TextEncoder().encode('name\nSomeone\n')
  }
  if (body === undefined) return undefined
  return exampleOf(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }), '')
}

/** The query that a route requires: nothing for most. */
export function queryExample({ query }: Pick<RouteSpec, 'query'>): string {
  if (query === undefined) return ''
  const example = exampleOf(z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' }), '')
  // A query is always an object, of texts and figures.
  const search = new URLSearchParams(example as Readonly<Record<string, string>>).toString()
  return search === '' ? '' : `?${search}`
}

function exampleOf(schema: Schema, key: string): unknown {
  if (schema['const'] !== undefined) return schema['const']
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  if (key in BY_KEY && schema['type'] !== 'object') return BY_KEY[key]
  const [choice] = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])]
  if (choice) return exampleOf(choice, key)
  switch (schema['type']) {
    case 'object':
      return objectExample(schema)
    case 'array':
      return Number(schema['minItems'] ?? 0) > 0 ? [exampleOf(schemaOf(schema['items']), '')] : []
    case 'integer':
    case 'number':
      return Number(schema['minimum'] ?? 1)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return schema['format'] === 'uuid' ? '018f4b7e-0000-7000-8000-000000000001' : 'an example'
  }
}

function objectExample(schema: Schema): unknown {
  const properties = schemaOf(schema['properties'])
  const required = Array.isArray(schema['required']) ? schema['required'].map(String) : []
  // A form may ask for one of several: then these are what it asks for.
  const keys = [
    ...required,
    ...(required.length === 0 && 'ingredients' in properties ? ['ingredients'] : []),
  ]
  return Object.fromEntries(keys.map((key) => [key, exampleOf(schemaOf(properties[key]), key)]))
}

function listOf(value: unknown): readonly Schema[] {
  return Array.isArray(value) ? value.map(schemaOf) : []
}

/** JSON Schema is objects all the way down. */
function schemaOf(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? (value as Schema) : {}
}
