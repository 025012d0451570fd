import { type Context, Hono } from 'hono'
import type { Deps } from './deps.ts'
import { apiDocs } from './http/api-docs.ts'
import { problem, type Reply } from './http/reply.ts'
import { respond } from './http/respond.ts'
import type { Route } from './http/route.ts'
import { createRunner } from './http/run.ts'
import { sameOrigin } from './http/same-origin.ts'
import { securityHeaders } from './http/security-headers.ts'
import { healthRoutes } from './http/health.ts'
import { ROUTES } from './routes/index.ts'
import { safeError } from './safe-error.ts'
import { isByPerson, noSuchPage } from './site/no-such-page.ts'
import { isUuid } from './store/database.ts'

/** What serves parts of the site that are no route of the API. */
export interface Site {
  /** The app's files; null where there are none. */
  readonly files: Hono | null
  /** Where a request comes from, for what has to be slow to guess. */
  readonly addressOf: (context: Context) => string
}

/** Everything that is answered over HTTP. */
export function createApp(deps: Deps, site: Site): Hono {
  const app = createHealthApp(deps)
  app.route('/', apiDocs(ROUTES, deps.baseUrl))
  app.all('/api/auth/*', (context) =>
    deps.staffAuth.handler(context.req.raw, site.addressOf(context)),
  )
  for (const route of ROUTES) mount(app, deps, { route, site })
  for (const [path, methods] of methodsByPath()) {
    const headers = { allow: methods.join(', ') }
    app.all(path, (context) =>
      say(
        context,
        { ...problem(405, 'method-not-allowed', otherMethod(methods)), headers },
        deps.createId(),
      ),
    )
  }
  app.all('/api/*', (context) => say(context, problem(404, 'not-found'), deps.createId()))
  if (site.files) {
    app.route('/', site.files)
    app.get('*', (context, next) => (isByPerson(context) ? noSuchPage(context) : next()))
  }
  return app
}

/** Whether it runs and can work, and its figures: all that a server answers that only sends reminders. */
export function createHealthApp(deps: Deps): Hono {
  const app = new Hono()
  app.use(securityHeaders(deps.baseUrl.startsWith('https:')))
  app.use(sameOrigin(deps.baseUrl))
  app.route('/', healthRoutes(deps))
  app.notFound((context) => say(context, problem(404, 'not-found'), deps.createId()))
  app.onError((error, context) => {
    const requestId = deps.createId()
    deps.log.error(
      { requestId, method: context.req.method, error: safeError(error) },
      'request failed',
    )
    return say(context, problem(500, 'our-mistake'), requestId)
  })
  return app
}

function mount(app: Hono, deps: Deps, { route, site }: { route: Route; site: Site }): void {
  const path = pathOf(route)
  const run = createRunner(deps, route)
  app.on(route.spec.method.toUpperCase(), path, async (context) => {
    const requestId = deps.createId()
    const stop = deps.metrics.requests.startTimer({
      method: route.spec.method,
      route: route.spec.path,
    })
    const arrival = {
      request: context.req.raw,
      requestId,
      params: paramsOf(context),
      address: site.addressOf(context),
    }
    const reply = await run(arrival).catch((error: unknown) => {
      const { action } = route.spec
      deps.log.error({ requestId, action, error: safeError(error) }, 'request failed')
      return problem(500, 'our-mistake')
    })
    const response = respond(reply, context.req.raw, requestId)
    stop({ status: String(response.status) })
    deps.log.debug({ requestId, action: route.spec.action, status: response.status }, 'answered')
    return response
  })
}

function pathOf({ spec }: Route): string {
  return `/api/v1${spec.path.replaceAll(/\{(\w+)\}/g, ':$1')}`
}

function methodsByPath(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...Map.groupBy(ROUTES, pathOf)].map(([path, routes]) => [
      path,
      routes.map(({ spec }) => spec.method.toUpperCase()),
    ]),
  )
}

function otherMethod(methods: readonly string[]): { readonly detail: string } {
  return { detail: `Here there is ${methods.join(', ')}.` }
}

/** Ids in lower case, as the database has them: whoever compares two finds one id to be one. */
function paramsOf(context: Context): Readonly<Record<string, string>> {
  // Hono gives every parameter of the path that it matched.
  const params = context.req.param() as Readonly<Record<string, string>>
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, idIn(value)]))
}

function idIn(value: string): string {
  const lower = value.toLowerCase()
  return isUuid(lower) ? lower : value
}

function say(context: Context, reply: Reply, requestId: string): Response {
  return respond(reply, context.req.raw, requestId)
}
