import { OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi'
import { INTRODUCTION, PARAMETERS, TAGS } from './openapi-words.ts'
import { type Access, KEY_ROLES } from './principal.ts'
import { asksForKey, type Bytes, type Route, type RouteSpec } from './route.ts'

const issueForm = z
  .object({
    severity: z.enum(['error', 'warning', 'information']),
    code: z.string(),
    diagnostics: z.string(),
    expression: z.string(),
  })
  .openapi('Issue')
const problemForm = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    issues: z.array(issueForm).optional(),
    requestId: z.string().optional(),
  })
  .openapi('Problem')

const IDEMPOTENCY_KEY = z
  .string()
  .regex(/^[!-~]{16,200}$/)
  .describe('Yours, for this request: sent again under it, it is done once and answered as before')
const IF_MATCH = z.string().describe('The ETag of what is changed')
const IF_MATCH_PLAN = z
  .string()
  .optional()
  .describe(
    'The planHash, in quotes, that it was decided on: 412 where there is another plan by now',
  )
const IF_NONE_MATCH = z.string().optional().describe('The ETag of a copy that may still be good')
const ETAG = z.object({ ETag: z.string().describe('Of this answer; a revision where it has one') })
const PROBLEMS = {
  default: {
    description: 'A problem (RFC 9457), each issue naming its field and what is accepted there',
    content: { 'application/problem+json': { schema: problemForm } },
  },
}

/** The OpenAPI 3.1 description of every route, by the very schemas that read the requests. */
export function openApiDocument(routes: readonly Route[], baseUrl: string): unknown {
  const app = new OpenAPIHono()
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key of the clinic.',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'afterglow_session',
    description: 'A session of staff, a patient or a caregiver.',
  })
  for (const { spec } of routes) app.openAPIRegistry.registerPath(pathOf(spec))
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Afterglow',
      version: '1',
      description: INTRODUCTION,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    tags: TAGS.map((name) => ({ name })),
  })
}

function pathOf(spec: RouteSpec): RouteConfig {
  return {
    method: spec.method,
    path: spec.path,
    operationId: spec.action,
    summary: spec.summary,
    description: whoMay(spec),
    tags: [spec.tag],
    security: securityOf(spec),
    request: requestOf(spec),
    responses: { ...PROBLEMS, ...answersOf(spec) },
  }
}

function whoMay({ access, namedPerson }: RouteSpec): string {
  const names = `May be used by: ${access.map(accessName).join(', ')}.`
  return namedPerson
    ? `${names} Somebody answers for it by name: an API key is refused (403, person-required).`
    : names
}

function securityOf({ access, namedPerson }: RouteSpec): { [scheme: string]: string[] }[] {
  if (access.includes('anonymous')) return []
  const mayBeKey = !namedPerson && KEY_ROLES.some((role) => access.includes(role))
  return [{ session: [] }, ...(mayBeKey ? [{ apiKey: [] }] : [])]
}

function accessName(access: Access): string {
  return access === 'anonymous' ? 'anybody with the link or code' : access
}

function requestOf(spec: RouteSpec): NonNullable<RouteConfig['request']> {
  const names = [...spec.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const headers = {
    ...(asksForKey(spec) && { 'Idempotency-Key': IDEMPOTENCY_KEY }),
    ...(spec.revised && { 'If-Match': IF_MATCH }),
    ...(spec.onPlan && { 'If-Match': IF_MATCH_PLAN }),
    ...(hasTag(spec) && { 'If-None-Match': IF_NONE_MATCH }),
  }
  return {
    params: z.object(Object.fromEntries(names.map((name) => [name, parameterOf(name)]))),
    headers: z.object(headers),
    // A query is always an object: `defineRoute` is given no other.
    ...(spec.query && { query: spec.query as z.ZodObject }),
    ...bodyOf(spec),
  }
}

function parameterOf(name: string): z.ZodString {
  return z.string().openapi({ param: { description: PARAMETERS[name] ?? name } })
}

function bodyOf({ body, upload }: RouteSpec): Pick<NonNullable<RouteConfig['request']>, 'body'> {
  if (body) return { body: { required: true, content: { 'application/json': { schema: body } } } }
  if (!upload) return {}
  const binary = { schema: { type: 'string', format: 'binary' } as const }
  return {
    body: {
      required: true,
      content: Object.fromEntries(upload.types.map((type) => [type, binary])),
    },
  }
}

/** Whether a GET's answer has an ETag, by which a copy of it is known to be still good. */
function hasTag({ method, replies }: RouteSpec): boolean {
  const form = replies[200]
  if (method !== 'get' || !form) return false
  return isBytes(form) ? form.tagged === true : true
}

type Answers = RouteConfig['responses']

function answersOf(spec: RouteSpec): Answers {
  const answers: Answers = {}
  for (const [status, form] of Object.entries(spec.replies)) {
    answers[status] = { ...answerOf(form), ...(hasTag(spec) && { headers: ETAG }) }
  }
  if (hasTag(spec)) answers[304] = { description: 'The copy is still good' }
  return answers
}

type Form = RouteSpec['replies'][number]

function isBytes(form: NonNullable<Form>): form is Bytes {
  return 'type' in form && !('parse' in form)
}

function answerOf(form: Form): Answers[string] {
  if (form === null) return { description: 'Done' }
  if (isBytes(form))
    return { description: 'Bytes', content: { [form.type]: { schema: { type: 'string' } } } }
  return { description: 'Done', content: { 'application/json': { schema: form } } }
}
