const STAFF = 'owner clinician front-desk read-only'
const DESK = 'owner clinician front-desk'

/**
 * Who may use which route, written by hand and apart from the routes: a route opened to somebody by mistake differs from
 * here. `anonymous` is whoever holds the link or the code.
 */
export const WHO_MAY: Readonly<Record<string, string>> = {
  'patient.create': DESK,
  'patient.list': STAFF,
  'patient.search': STAFF,
  'patient.read': `${STAFF} patient caregiver`,
  'patient.change': `${DESK} patient`,
  'procedure.create': DESK,
  'procedure.list': `${STAFF} patient caregiver`,
  'procedure.correct': DESK,
  'facts.write': DESK,
  'plan.read': `${STAFF} patient caregiver`,
  'verdict.ask': `${STAFF} patient caregiver`,
  'question.ask': `${STAFF} patient caregiver`,
  'label.ask': `${STAFF} patient caregiver`,
  'check-in.create': `${DESK} patient caregiver`,
  'check-in.list': `${STAFF} patient caregiver`,
  'clearance.create': 'clinician',
  'override.create': 'clinician',
  'done.create': `${DESK} patient`,
  'move.create': `${DESK} patient`,
  'advice.create': `${DESK} patient`,
  'event.list': STAFF,
  'event.undo': DESK,
  'alert.list': STAFF,
  'alert.acknowledge': DESK,
  'alert.resolve': DESK,
}
