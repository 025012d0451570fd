import { createHash } from 'node:crypto'
import { type Problem, type Reply, titleOf } from './reply.ts'

/** HTTP of an answer. Nothing that the API says may be kept by a cache; a copy that is still good is said to be so. */
export function respond(reply: Reply, request: Request, requestId: string): Response {
  const common = { 'cache-control': 'no-store', 'x-request-id': requestId }
  switch (reply.kind) {
    case 'problem':
      return problemResponse(reply, { ...common, ...reply.headers })
    case 'raw': {
      const headers = { ...common, 'content-type': reply.type, ...reply.headers }
      if (isSame(request, reply.headers?.['etag'])) {
        return new Response(null, { status: 304, headers })
      }
      return new Response(reply.body, { status: reply.status, headers })
    }
    case 'done': {
      if (reply.body === null) {
        return new Response(null, { status: 204, headers: { ...common, ...reply.headers } })
      }
      const text = JSON.stringify(reply.body)
      const etag = reply.revision === undefined ? tagOf(text) : `"${reply.revision}"`
      const headers = {
        ...common,
        'content-type': 'application/json; charset=utf-8',
        etag,
        ...reply.headers,
      }
      if (isSame(request, etag)) return new Response(null, { status: 304, headers })
      return new Response(text, { status: reply.status, headers })
    }
  }
}

function isSame({ method, headers }: Request, etag: string | undefined): boolean {
  return etag !== undefined && method === 'GET' && headers.get('if-none-match') === etag
}

function problemResponse(reply: Problem, headers: Readonly<Record<string, string>>): Response {
  const body = {
    type: `/problems#${reply.code}`,
    title: titleOf(reply.code),
    status: reply.status,
    detail: reply.detail,
    ...(reply.issues.length > 0 && { issues: reply.issues }),
    requestId: headers['x-request-id'],
  }
  return new Response(JSON.stringify(body), {
    status: reply.status,
    headers: { ...headers, 'content-type': 'application/problem+json; charset=utf-8' },
  })
}

function tagOf(text: string): string {
  return `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
}
