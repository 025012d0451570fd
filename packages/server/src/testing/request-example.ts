import { z } from '@hono/zod-openapi'
import type { RouteSpec } from '../http/route.ts'

/** What stands under these keys, whatever form they have: texts that a form of letters cannot make up. */
const BY_KEY: Readonly<Record<string, unknown>> = {
  zone: 'Asia/Dubai',
  locale: 'en',
  at: '2026-11-22T07:30:00Z',
  endedAt: '2026-11-22T06:30:00Z',
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
}

type Schema = Readonly<Record<string, unknown>>

/** A body that a route takes: what its form requires, and nothing else. */
export function requestExample({ body }: Pick<RouteSpec, 'body'>): unknown {
  if (body === undefined) return undefined
  return exampleOf(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }), '')
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
  return Object.fromEntries(required.map((key) => [key, exampleOf(schemaOf(properties[key]), key)]))
}

function listOf(value: unknown): readonly Schema[] {
  return Array.isArray(value) ? value.map(schemaOf) : []
}

/** JSON Schema is objects all the way down. */
function schemaOf(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? (value as Schema) : {}
}
