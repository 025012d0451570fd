import { errorAt, fail, type Issue, type Result, succeed } from '@afterglow/engine'
import { type RetentionReport, runRetention } from '../care/retention.ts'
import { blobsOf } from '../open-server.ts'
import { type CommandRequest, requireCurrentSchema, type Said, withStore } from './command.ts'

/** `afterglow retention [--dry-run]` */
export async function retention(request: CommandRequest): Promise<Result<Said>> {
  const dryRun = request.flags['dry-run'] !== undefined
  return withStore(request, { alone: false }, async (open) => {
    const there = await requireCurrentSchema(open)
    if (!there.ok) return there
    const { db, config, world } = open
    const parts = { db, createId: world.createId, blobs: blobsOf(config, world) }
    const report = await runRetention(parts, { dryRun, at: world.now() })
    const { failed } = report
    return failed.length > 0
      ? fail(failed.map(notDone))
      : succeed({ text: textOf(report), json: report })
  })
}

/** A clinic for which it could not be done is not passed over; the others were. */
function notDone({ clinicId, error }: RetentionReport['failed'][number]): Issue {
  const { name, message, code } = error
  const why = JSON.stringify({ name, message, code })
  const said = `was left as it is (${why}); the others are done`
  return errorAt(`clinic ${clinicId}`, 'incomplete', said)
}

function textOf({ dryRun, clinics, server }: RetentionReport): string {
  const head = dryRun ? 'Nothing was removed. What would go:' : 'What went:'
  const lines = clinics.map(({ clinicId, counts }) => `clinic ${clinicId}: ${countsText(counts)}`)
  return `${[head, ...lines, `the server: ${countsText(server)}`].join('\n')}\n`
}

function countsText(counts: Readonly<Record<string, number>>): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0)
  return some.length === 0 ? 'nothing' : some.map(([name, count]) => `${name} ${count}`).join(', ')
}
