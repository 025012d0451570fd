import { expect, it } from 'vitest'
import type { Access } from '../../../api/records.ts'
import { groupedAccesses } from './grouped-accesses.ts'

function access(action: string, parts: Partial<Access> = {}): Access {
  return {
    at: '2026-11-30T04:38:10Z',
    by: 'staff',
    name: 'Noor',
    action,
    outcome: 'done',
    ...parts,
  }
}

it('takes what one person read in a minute together, and hides no change and no refusal in it', () => {
  const groups = groupedAccesses([
    access('patient.read'),
    access('event.list'),
    access('patient.read'),
    access('clearance.create'),
    access('photo.list', { outcome: 'denied' }),
    access('patient.read', { name: 'Lee' }),
    access('patient.read', { at: '2026-11-30T04:37:59Z' }),
  ])
  expect(
    groups.map(({ name, isChange, outcome, actions }) => [name, isChange, outcome, actions]),
  ).toEqual([
    ['Noor', false, 'done', ['patient.read', 'event.list']],
    ['Noor', true, 'done', ['clearance.create']],
    ['Noor', false, 'denied', ['photo.list']],
    ['Lee', false, 'done', ['patient.read']],
    ['Noor', false, 'done', ['patient.read']],
  ])
})
