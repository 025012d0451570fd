import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  readonly registry: Registry
  readonly requests: Histogram<'method' | 'route' | 'status'>
  readonly checkIns: Counter<'disposition'>
  readonly deliveries: Counter<'channel' | 'outcome'>
  readonly wakes: Counter
  readonly overdueWakes: Gauge
  readonly openUrgentAlerts: Gauge
  readonly oldestOpenUrgentAlert: Gauge
  readonly staffMailUndelivered: Gauge
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/** Routes by their pattern and codes only: no label ever holds a person's id. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const counter = <T extends string>(name: string, help: string, labelNames: readonly T[]) =>
    new Counter({ name, help, labelNames: [...labelNames], registers })
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers })
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
    overdueWakes: gauge('afterglow_wake_delay_seconds', 'How late the last plan was woken.'),
    ...alarmGauges(gauge),
  }
}

type Alarms = Pick<Metrics, 'openUrgentAlerts' | 'oldestOpenUrgentAlert' | 'staffMailUndelivered'>

/** What somebody has to be woken by; set when the figures are asked for. */
function alarmGauges(gauge: (name: string, help: string) => Gauge): Alarms {
  return {
    openUrgentAlerts: gauge(
      'afterglow_open_urgent_alerts',
      'Urgent alerts of all clinics that nobody has acknowledged.',
    ),
    oldestOpenUrgentAlert: gauge(
      'afterglow_oldest_open_urgent_alert_seconds',
      'How long the oldest of these has waited; 0 where there is none.',
    ),
    staffMailUndelivered: gauge(
      'afterglow_staff_mail_undelivered',
      'Mails to staff of all clinics that were given up in the last 24 hours.',
    ),
  }
}
