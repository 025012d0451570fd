/** What a clinic of three years has in its tables, made by the database itself; `:clinic` is whose it is. */

/** A number from 0 to 1 that follows from a row: a query that draws lots may be drawn once for all rows. */
const drawn = (of: string) => `(hashtext(${of}) & 65535) / 65536.0`

const DEVICES = `(array['pen', 'pen', 'pen', 'stamp', 'roller'])`
const DEPTHS = `(array[0.25, 0.5, 1.0, 1.5, 2.0, 2.5])`
const SKIN_TYPES = `(array['I', 'II', 'III', 'IV', 'V', 'VI'])`

/** One to four sessions of a patient, about five weeks apart; some are still to come. */
const SESSIONS = `
insert into event (clinic_id, patient_id, event_id, type, at, recorded_at, actor_kind, data)
select :clinic, patient_id, gen_random_uuid(), 'procedure', at, least(at + interval '10 minutes', now()), 'staff',
  jsonb_build_object('code', 'microneedling', 'device', ${DEVICES}[1 + floor(5 * ${drawn("patient_id::text || 'device'")})::int],
    'needleDepthMm', ${DEPTHS}[1 + floor(6 * ${drawn("patient_id::text || n || 'depth'")})::int], 'bodySites', jsonb_build_array('face'),
    'adjuncts', jsonb_build_array(), 'setting', 'clinic', 'indications', jsonb_build_array('acne-scars'))
from (
  select patient_id, n, created_at + interval '1 hour' + n * interval '1 day' * (28 + floor(14 * ${drawn('patient_id::text || n')})) as at
  from patient cross join generate_series(0, 3) n
  where clinic_id = :clinic and n <= floor(4 * ${drawn('patient_id::text')})
) session
where at < now() + interval '30 days'`

const FACTS = `
insert into event (clinic_id, patient_id, event_id, type, at, recorded_at, actor_kind, data)
select :clinic, patient_id, gen_random_uuid(), 'patient-facts', created_at, created_at, 'staff',
  jsonb_build_object('fitzpatrickSkinType', ${SKIN_TYPES}[1 + floor(6 * ${drawn("patient_id::text || 'skin'")})::int],
    'medicines', jsonb_build_array(), 'history', case when ${drawn("patient_id::text || 'history'")} < 0.03
      then jsonb_build_array('active-acne') else jsonb_build_array() end)
from patient where clinic_id = :clinic`

/** Seven in the first ten days after each session, fading; a few of them are for the clinic to see. */
const CHECK_INS = `
insert into event (clinic_id, patient_id, event_id, type, at, recorded_at, actor_kind, data)
select :clinic, patient_id, gen_random_uuid(), 'check-in', told_at, told_at, 'patient',
  jsonb_build_object('signs', jsonb_build_array(
    jsonb_build_object('code', 'erythema', 'severity', greatest(0, 6 - day)),
    jsonb_build_object('code', case when day < 3 then 'tightness' else 'exfoliation' end, 'severity', greatest(0, 4 - day / 2)),
    jsonb_build_object('code', case when ${drawn('event_id::text || day')} < 0.02 then 'pustules' else 'edema' end,
      'severity', greatest(0, 3 - day))))
from (
  select patient_id, event_id, day, at + day * interval '1 day' + interval '5 hours' + ${drawn("event_id::text || day || 'at'")} * interval '6 hours' as told_at
  from event cross join unnest(array[0, 1, 2, 3, 5, 7, 10]) day
  where clinic_id = :clinic and type = 'procedure'
) told
where told_at < now()`

/** One session in a hundred ended at another time than was told at first; one check-in in three hundred was taken back. */
const CORRECTIONS = `
insert into event (clinic_id, patient_id, event_id, type, at, recorded_at, actor_kind, data)
select :clinic, patient_id, gen_random_uuid(), 'corrected', at + interval '30 minutes', at + interval '30 minutes', 'staff',
  jsonb_build_object('procedure', event_id::text, 'endedAt', extract(epoch from date_trunc('second', at + interval '15 minutes'))::bigint * 1000)
from event where clinic_id = :clinic and type = 'procedure' and at < now() - interval '1 hour' and ${drawn('event_id::text')} < 0.01`
const UNDOINGS = `
insert into event (clinic_id, patient_id, event_id, type, at, recorded_at, actor_kind, data)
select :clinic, patient_id, gen_random_uuid(), 'undone', recorded_at + interval '1 minute', recorded_at + interval '1 minute', 'staff',
  jsonb_build_object('event', event_id::text)
from event where clinic_id = :clinic and type = 'check-in' and ${drawn('event_id::text')} < 0.003`

const PLANS = `
update care_plan set anchor = last.at, event_count = last.count
from (select patient_id, max(at) filter (where type = 'procedure') as at, count(*) as count from event
  where clinic_id = :clinic group by patient_id) last
where care_plan.clinic_id = :clinic and care_plan.patient_id = last.patient_id`

export const EVENTS: readonly string[] = [SESSIONS, FACTS, CHECK_INS, CORRECTIONS, UNDOINGS, PLANS]

/** Whoever told of pustules waits in the inbox, or waited: of what is older than two days all was seen and dealt with. */
export const ALERTS: readonly string[] = [
  `insert into alert (clinic_id, alert_id, patient_id, event_id, disposition, urgency, raised_at, acknowledged_at, acknowledged_by, resolved_at, resolved_by)
  select :clinic, gen_random_uuid(), patient_id, event_id, 'contact-clinic', 2, recorded_at,
    case when recorded_at < now() - interval '2 days' then recorded_at + (1 + 90 * ${drawn('event_id::text')}) * interval '1 minute' end,
    case when recorded_at < now() - interval '2 days' then 'somebody' end,
    case when recorded_at < now() - interval '2 days' then recorded_at + interval '4 hours' end,
    case when recorded_at < now() - interval '2 days' then 'somebody' end
  from event where clinic_id = :clinic and type = 'check-in' and data->'signs' @> '[{"code": "pustules"}]'`,
]

const REMINDERS = `
insert into delivery (clinic_id, delivery_id, patient_id, kind, channel, state, attempts, reminder, due_at, created_at, settled_at)
select :clinic, gen_random_uuid(), patient_id, 'check-in', 'email',
  case when ${drawn("event_id::text || 'state'")} < 0.005 then 'dead' else 'accepted' end, 1, '{}', at, at, at
from event where clinic_id = :clinic and type = 'check-in' and ${drawn("event_id::text || 'sent'")} < 0.3`
const AUDIT = `
insert into audit (clinic_id, audit_id, at, actor_kind, actor_id, action, patient_id, outcome, detail)
select :clinic, gen_random_uuid(), recorded_at, actor_kind, null, type || '.create', patient_id, 'done', '{}'
from event where clinic_id = :clinic`
const PHOTOS = `
insert into photo (clinic_id, photo_id, patient_id, purpose, taken_at, recorded_at, actor_kind, width_px, height_px, sha256, size_bytes)
select :clinic, gen_random_uuid(), patient_id, 'care', at, at, 'patient', 1200, 1600, '0', 200000
from event where clinic_id = :clinic and type = 'check-in' and ${drawn("event_id::text || 'photo'")} < 0.1`
const WAKES = `
insert into wake (clinic_id, patient_id, due_at, handled_until)
select :clinic, patient_id, now() + interval '1 hour', now() from care_plan where clinic_id = :clinic`

export const OTHERS: readonly string[] = [REMINDERS, AUDIT, PHOTOS, WAKES]

/** What autovacuum does by itself within minutes. */
export const INDEXED: readonly string[] = ['vacuum analyze']
