import type { Sheet, SheetTask } from '@afterglow/formats'
import type { JSX } from 'preact'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { isMonthsToYears } from '../../model/vague-end.ts'
import { timeNames } from '../../words/time-names.ts'

interface SheetProps {
  readonly sheet: Sheet
}

const STAGES = 6

/** What sources say of this very time. */
export function SheetExpected({ sheet: { expected } }: SheetProps): JSX.Element | null {
  const { i18n, texts } = useCare()
  const said = [
    ...new Set(expected.map(({ expectation }) => texts.text(`expectation.${expectation}`))),
  ]
  if (said.length === 0) return null
  return (
    <section class="paper-group">
      <h3>{i18n._({ id: 'sheet.expected', message: 'What is usual now' })}</h3>
      <ul class="paper-list" lang={texts.lang}>
        {said.slice(0, STAGES).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  )
}

/** Until when each sign usually shows, and until when it may: by the day it ends in, for no skin knows the minute. */
export function SheetCourse({ sheet: { signs } }: SheetProps): JSX.Element | null {
  const { i18n, texts, format, at } = useCare()
  if (signs.length === 0) return null
  return (
    <section class="paper-group">
      <h3>{i18n._({ id: 'sheet.course', message: 'How long each sign lasts' })}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{i18n._({ id: 'sheet.sign', message: 'Sign' })}</th>
            <th scope="col">{i18n._({ id: 'sheet.usually', message: 'Usually until' })}</th>
            <th scope="col">{i18n._({ id: 'sheet.at-most', message: 'Can last until' })}</th>
          </tr>
        </thead>
        <tbody>
          {signs.map(({ sign, typicalEnd, outerEnd }) => (
            <tr key={sign}>
              <th scope="row" lang={texts.lang}>
                {texts.sign(sign)}
              </th>
              <td>{format.shortDay(typicalEnd, at)}</td>
              <td>{format.shortDay(outerEnd, at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {i18n._({
          id: 'sheet.longer',
          message: 'If a sign lasts longer than that, or gets worse, contact your clinic.',
        })}
      </p>
    </section>
  )
}

export function SheetTasks({ sheet: { tasks } }: SheetProps): JSX.Element | null {
  const care = useCare()
  if (tasks.length === 0) return null
  return (
    <section class="paper-group">
      <h3>{care.i18n._({ id: 'sheet.tasks', message: 'What to do' })}</h3>
      <ul class="paper-list paper-columns">
        {tasks.map((task) => (
          <li key={task.task}>
            <span lang={care.texts.lang}>{care.texts.text(`task.${task.task}`)}</span>{' '}
            <span class="paper-when">{whenText(care, task)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function whenText(care: AppCare, { task, spans, times }: SheetTask): string {
  const names = timeNames(care.i18n)
  const often = times.length === 0 ? [] : [care.format.list(times.map((time) => names[time]))]
  const parts = [...often, ...spans.flatMap((span) => spanText(care, task, span))]
  return parts.length === 0 ? '' : `(${care.format.join(parts, 'semicolon')})`
}

function spanText(
  care: AppCare,
  task: string,
  { from, until }: SheetTask['spans'][number],
): readonly string[] {
  const { i18n, format, at } = care
  const values = {
    from: format.shortDayTime(from, at),
    until: until === null ? '' : format.shortDayTime(until, at),
  }
  const isVague = until !== null && isMonthsToYears(care, task, until)
  if (from > at) {
    if (until === null) return [i18n._({ id: 'sheet.from', message: 'from {from}', values })]
    return [
      isVague
        ? i18n._({ id: 'sheet.from-vague', message: 'from {from}, for months to years', values })
        : i18n._({ id: 'sheet.from-until', message: 'from {from} until {until}', values }),
    ]
  }
  if (until === null) return []
  return [
    isVague
      ? i18n._({ id: 'sheet.task-vague', message: 'for months to years' })
      : i18n._({ id: 'sheet.task-until', message: 'until {until}', values }),
  ]
}
