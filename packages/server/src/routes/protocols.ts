import { formatInstant, type Protocol } from '@afterglow/engine'
import { done, notFound } from '../http/reply.ts'
import { type Call, defineRoute, param, type Route, STAFF } from '../http/route.ts'
import { anyForm, listForm } from './forms.ts'

/**
 * What was published for everybody, and what this clinic has made of it. A version with a `+` is some clinic's: of other
 * clinics' nobody learns that there are any.
 */
async function visibleVersions({ trx, clinicId }: Call) {
  const adoptions = await trx
    .selectFrom('adoption')
    .select('protocols')
    .where('clinicId', '=', clinicId)
    .execute()
  const own = adoptions.flatMap(({ protocols }) => protocols.map(({ hash }) => hash))
  return trx
    .selectFrom('protocolVersion')
    .select(['code', 'version', 'hash', 'publishedAt'])
    .where((where) =>
      where.or([
        where('version', 'not like', '%+%'),
        ...(own.length > 0 ? [where('hash', 'in', own)] : []),
      ]),
    )
    .orderBy('code')
    .orderBy('publishedAt', 'desc')
    .orderBy('hash')
    .execute()
}

const list = defineRoute(
  {
    method: 'get',
    path: '/protocols',
    summary: 'The published versions of the protocols, and the clinic’s own',
    tag: 'Protocols',
    access: STAFF,
    action: 'protocol.list',
    replies: { 200: listForm },
  },
  async (call) => {
    const current = new Set(call.deps.shelf.current.map(({ hash }) => hash))
    const versions = await visibleVersions(call)
    const items = versions.map(({ publishedAt, ...pin }) => ({
      ...pin,
      publishedAt: formatInstant(publishedAt, 'UTC'),
      current: current.has(pin.hash),
      own: pin.version.includes('+'),
    }))
    return done({ items, next: null })
  },
)

const read = defineRoute(
  {
    method: 'get',
    path: '/protocols/{hash}',
    summary:
      'The ledger of one version: every subject with what each source says of it, side by side',
    tag: 'Protocols',
    access: STAFF,
    action: 'protocol.read',
    replies: { 200: anyForm },
  },
  async (call) => {
    const hash = param(call, 'hash')
    const versions = await visibleVersions(call)
    if (!versions.some((one) => one.hash === hash)) return notFound('version of a protocol')
    const { content } = await call.trx
      .selectFrom('protocolVersion')
      .select('content')
      .where('hash', '=', hash)
      .executeTakeFirstOrThrow()
    // Written by `publish` from a checked protocol.
    const protocol = content as Protocol
    return done({ hash, protocol, evidence: evidenceOf(protocol) })
  },
)

/** Each subject with its positions by source: who says what, and who says nothing is not in it. */
function evidenceOf({ subjects, sources }: Protocol): unknown {
  return subjects
    .filter(({ positions }) => positions.length > 0)
    .map(({ subject, broader, positions }) => ({
      subject,
      ...(broader !== undefined && { broader }),
      bySource: [...Map.groupBy(positions, ({ source }) => source)].map(([source, said]) => ({
        source,
        ...sources[source],
        positions: said,
      })),
    }))
}

export const PROTOCOL_ROUTES: readonly Route[] = [list, read]
