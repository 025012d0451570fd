import { expect, it } from 'vitest'
import { differences } from './differences.ts'
import { firstDraft } from './draft.ts'

it('tells what was changed and taken off, whatever the order it was chosen in', () => {
  const was = {
    ...firstDraft(null, {}),
    depth: '1.5',
    bodySites: ['face', 'neck'],
    skinType: 'III',
  }
  const is = {
    ...was,
    ended: '1045',
    depth: '2',
    bodySites: ['neck', 'face'],
    adjuncts: ['prp'],
    skinType: '',
  }
  expect(differences(was, is)).toEqual([
    { field: 'depth', was: ['1.5'], is: ['2'] },
    { field: 'adjuncts', was: [], is: ['prp'] },
    { field: 'skinType', was: ['III'], is: [] },
  ])
})
