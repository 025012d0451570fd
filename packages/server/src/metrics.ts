import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  readonly registry: Registry
  readonly requests: Histogram<'method' | 'route' | 'status'>
  readonly checkIns: Counter<'disposition'>
  readonly deliveries: Counter<'channel' | 'outcome'>
  readonly wakes: Counter
  readonly overdueWakes: Gauge
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/** Routes by their pattern and codes only: no label ever holds a person's id. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const counter = <T extends string>(name: string, help: string, labelNames: readonly T[]) =>
    new Counter({ name, help, labelNames: [...labelNames], registers })
  return {
    registry,
    requests: new Histogram({
      name: 'afterglow_request_seconds',
      help: 'How long requests take, by route and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    }),
    checkIns: counter('afterglow_check_ins_total', 'Check-ins acknowledged.', ['disposition']),
    deliveries: counter('afterglow_deliveries_total', 'Deliveries settled.', [
      'channel',
      'outcome',
    ]),
    wakes: counter('afterglow_wakes_total', 'Plans whose due reminders were worked out.', []),
    overdueWakes: new Gauge({
      name: 'afterglow_wake_delay_seconds',
      help: 'How late the last plan was woken.',
      registers,
    }),
  }
}
