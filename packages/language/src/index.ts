export { label, type LabelAnswer } from './label/label.ts'
export type { LabelFinding } from './label/findings.ts'
export type { LabelLimit } from './label/limits.ts'
