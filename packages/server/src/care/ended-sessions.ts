import type { Instant } from '@afterglow/engine'
import { type RawBuilder, sql } from 'kysely'
import { timeValue } from '../store/database.ts'
import { AHEAD_MS } from './planned-sessions.ts'

/** Ends of sessions, `(after, until]`, of one clinic. */
export interface EndedSpan {
  readonly clinicId: string
  readonly after: Instant
  readonly until: Instant
}

/** A correction or an undoing of longer before is seen in the plan alone. */
const CHANGED_WITHIN_MS = 400 * 86_400_000

/** Whether what was said of an end is that it came, and not that it was planned; as `unconfirmedSessions` reads it. */
export function saysItCame(saidAt: string, endedAt: string): RawBuilder<boolean> {
  return sql.raw(`(${saidAt} + interval '${AHEAD_MS} milliseconds' >= ${endedAt})`)
}

/**
 * Rows of `patient_id`, `event_id` as text, `ended_at` and `is_sure`, whether somebody said that it took place: the sessions
 * that ended within the span, as told or as corrected last, less those that were taken back and those of records that were
 * merged or erased: these are few, and are read instead of everybody's. Types are written out, so that the indexes of their
 * events are found.
 */
export function endedSessions({ clinicId, after, until }: EndedSpan): RawBuilder<unknown> {
  const [from, to] = [timeValue(after), timeValue(until)]
  const changedAfter = timeValue(after - CHANGED_WITHIN_MS)
  return sql`
    with changed as materialized (
      select patient_id, event_id, type, at, recorded_at, data from event
      where clinic_id = ${clinicId} and type in ('corrected', 'undone') and at > ${changedAfter}
    ), undone as materialized (
      select patient_id, data->>'event' as event_id from changed where type = 'undone'
    ), corrected as materialized (
      select distinct on (patient_id, data->>'procedure') patient_id, data->>'procedure' as event_id,
        to_timestamp((data->>'endedAt')::float8 / 1000) as ended_at, recorded_at as said_at
      from changed where type = 'corrected' and (patient_id, event_id::text) not in (select patient_id, event_id from undone)
      order by patient_id, data->>'procedure', at desc, recorded_at desc
    ), told as (
      select patient_id, event_id::text as event_id, at as ended_at, recorded_at as said_at from event
      where clinic_id = ${clinicId} and type = 'procedure' and at > ${from} and at <= ${to}
        and (patient_id, event_id::text) not in (select patient_id, event_id from corrected)
      union all select patient_id, event_id, ended_at, said_at from corrected where ended_at > ${from} and ended_at <= ${to}
    )
    select told.patient_id, told.event_id, told.ended_at, ${saysItCame('told.said_at', 'told.ended_at')} as is_sure from told
    where (told.patient_id, told.event_id) not in (select patient_id, event_id from undone)
      and told.patient_id not in (select patient_id from patient where clinic_id = ${clinicId} and merged_into is not null)
      and told.patient_id not in (select patient_id from erasure where clinic_id = ${clinicId})`
}
