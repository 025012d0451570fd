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
  return {
    registry,
    requests: new Histogram({
      name: 'afterglow_request_seconds',
      help: 'How long requests take, by route and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    }),
    checkIns: new Counter({
      name: 'afterglow_check_ins_total',
      help: 'Check-ins acknowledged, by disposition.',
      labelNames: ['disposition'],
      registers,
    }),
    deliveries: new Counter({
      name: 'afterglow_deliveries_total',
      help: 'Deliveries settled, by channel and outcome.',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    wakes: new Counter({
      name: 'afterglow_wakes_total',
      help: 'Plans whose due reminders were worked out.',
      registers,
    }),
    overdueWakes: new Gauge({
      name: 'afterglow_wake_delay_seconds',
      help: 'How late the last plan was woken.',
      registers,
    }),
  }
}
