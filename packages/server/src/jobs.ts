import type { Deps } from './deps.ts'
import { escalate } from './deliver/escalate.ts'
import { handleDelivery } from './deliver/handle-delivery.ts'
import { type Handlers, type Tries, TryAgain } from './queue.ts'
import { safeError } from './safe-error.ts'

/** What does the jobs of the queue. A job that failed is told to the log by ids and codes, and is tried again. */
export function jobHandlers(deps: Deps): Handlers {
  return {
    deliver: told(deps, 'deliver', (data, tries) => handleDelivery(deps, data, tries)),
    escalate: told(deps, 'escalate', (data) => escalate(deps, data)),
  }
}

function told<D extends object>(
  { log }: Pick<Deps, 'log'>,
  queue: string,
  handle: (data: D, tries: Tries) => Promise<void>,
): (data: D, tries: Tries) => Promise<void> {
  return async (data, tries) => {
    try {
      await handle(data, tries)
    } catch (error) {
      const job: Readonly<Record<string, unknown>> = { queue, ...data, tries: tries.count }
      if (error instanceof TryAgain) log.warn({ ...job, reason: error.message }, 'tried again')
      else log.error({ ...job, last: tries.last, error: safeError(error) }, 'a job failed')
      throw error
    }
  }
}
