import { done, notFound, problem, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, param, type Route, STAFF } from '../http/route.ts'
import { isUuid, timestampOf } from '../store/database.ts'
import { anyForm, listForm } from './forms.ts'

interface Own {
  readonly userId: string
  readonly sessionId: string
}

/** The session that asks; an API key has none. */
async function ownSession({ deps, request }: Call): Promise<Own | null> {
  return deps.staffAuth.sessionOf(request.headers)
}

const list = defineRoute(
  {
    method: 'get',
    path: '/sessions',
    summary: 'Where you are signed in',
    tag: 'Team',
    access: STAFF,
    action: 'session.list',
    apart: true,
    replies: { 200: listForm },
  },
  async (call): Promise<Reply> => {
    const own = await ownSession(call)
    if (own === null) return problem(403, 'forbidden')
    const sessions = await call.deps.staffAuth.team.sessions(own.userId)
    const items = sessions.map(({ createdAt, seenAt, ...one }) => ({
      ...one,
      createdAt: timestampOf(createdAt),
      seenAt: timestampOf(seenAt),
      current: one.sessionId === own.sessionId,
    }))
    return done({ items, next: null })
  },
)

const end = defineRoute(
  {
    method: 'delete',
    path: '/sessions/{sessionId}',
    summary: 'End one of your sessions',
    tag: 'Team',
    access: STAFF,
    action: 'session.end',
    apart: true,
    replies: { 204: null },
  },
  async (call): Promise<Reply> => {
    const own = await ownSession(call)
    if (own === null) return problem(403, 'forbidden')
    const sessionId = param(call, 'sessionId')
    const { endSession } = call.deps.staffAuth.team
    const ended = isUuid(sessionId) && (await endSession({ userId: own.userId, sessionId }))
    return ended ? done(null) : notFound('session')
  },
)

const endOthers = defineRoute(
  {
    method: 'delete',
    path: '/sessions',
    summary: 'End all of your sessions but this one',
    tag: 'Team',
    access: STAFF,
    action: 'session.end-others',
    apart: true,
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const own = await ownSession(call)
    if (own === null) return problem(403, 'forbidden')
    const { userId, sessionId } = own
    const ended = await call.deps.staffAuth.team.endOtherSessions({ userId, sessionId })
    call.note({ ended })
    return done({ ended })
  },
)

export const OWN_SESSION_ROUTES: readonly Route[] = [list, end, endOthers]
