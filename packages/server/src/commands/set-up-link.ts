import { errorAt, fail, type Result, succeed } from '@afterglow/engine'
import { baseUrlOf } from '../config.ts'
import { setupLink } from '../setup-link.ts'
import { type CommandRequest, requireCurrentSchema, type Said, withStore } from './command.ts'

/** `afterglow set-up-link` */
export async function setUpLink(request: CommandRequest): Promise<Result<Said>> {
  return withStore(request, { alone: false }, async (open) => {
    const there = await requireCurrentSchema(open)
    if (!there.ok) return there
    const { db, config, world } = open
    const link = await setupLink({ ...world, db, baseUrl: baseUrlOf(config) })
    if (link === null) return fail([HAS_AN_OWNER])
    const text = `Once, within 24 hours; an earlier link is no longer good:\n  ${link}\n`
    return succeed({ text, json: { link } })
  })
}

const HAS_AN_OWNER = errorAt(
  'database',
  'business-rule',
  'has a clinic with an owner already, who invites everybody else. If they cannot sign in: afterglow reset-password or reset-second-factor, --email ADDRESS',
)
