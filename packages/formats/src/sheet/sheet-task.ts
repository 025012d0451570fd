import { type CarePlan, datePlan, type Instant, isOpen, type Task } from '@afterglow/engine'
import { spansFrom } from '../plan/span.ts'

/** One thing to do, and when: never while its subject is shut. */
export interface SheetTask {
  readonly task: string
  /** `[from, until)`, in time order; without an end where no source gives one. */
  readonly spans: readonly TaskSpan[]
  readonly times: NonNullable<Task['times']>
  readonly everyDays: number
}

interface TaskSpan {
  readonly from: Instant
  readonly until: Instant | null
}

/** What is to be done from `at` on, each once: what ends soonest first. */
export function sheetTasks(plan: CarePlan, at: Instant): readonly SheetTask[] {
  const found = datePlan(plan)
    .tasks.filter(({ phase }) => phase === 'after')
    .map((task) => ({
      task: task.task,
      spans: spansOf(plan, task, at),
      times: task.times ?? [],
      everyDays: task.everyDays ?? 1,
    }))
    .filter(({ spans }) => spans.length > 0)
  return merged(found).toSorted((a, b) => endOf(a) - endOf(b))
}

function spansOf(plan: CarePlan, task: Task, at: Instant): readonly TaskSpan[] {
  const from = Math.max(at, task.from ?? at)
  if (task.until !== null && task.until <= from) return []
  if (task.subject === undefined) return [{ from, until: task.until }]
  return spansFrom(plan, task.subject, from)
    .filter((span) => isOpen(span.status) && (task.until === null || span.from < task.until))
    .map((span) => ({ from: span.from, until: earlier(span.until, task.until) }))
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}

/** A task of several procedures is one: its spans are joined where they meet. */
function merged(tasks: readonly SheetTask[]): readonly SheetTask[] {
  const byTask = new Map<string, SheetTask>()
  for (const one of tasks) {
    const known = byTask.get(one.task)
    byTask.set(
      one.task,
      known
        ? { ...known, spans: joined([...known.spans, ...one.spans]) }
        : { ...one, spans: joined(one.spans) },
    )
  }
  return [...byTask.values()]
}

function joined(spans: readonly TaskSpan[]): readonly TaskSpan[] {
  const found: TaskSpan[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (!last || (last.until !== null && last.until < span.from)) found.push(span)
    else found[found.length - 1] = { from: last.from, until: later(last.until, span.until) }
  }
  return found
}

function later(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || b === null ? null : Math.max(a, b)
}

function endOf({ spans }: SheetTask): number {
  return spans.at(-1)?.until ?? Number.MAX_VALUE
}
