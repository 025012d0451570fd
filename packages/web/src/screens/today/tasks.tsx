import { localDate } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { Card } from '../../components/card.tsx'
import { Icon } from '../../components/icon.tsx'
import type { TaskNow, Today } from '../../model/today.ts'
import { firstSentence } from '../../words/texts.ts'
import { timeNames } from '../../words/time-names.ts'

/** The one or two things to do, each to be ticked off for the day; the rest folded away. */
export function Tasks({ today }: { readonly today: Today }): JSX.Element | null {
  const { i18n } = useCare()
  const { firstTasks, moreTasks } = today
  if (firstTasks.length === 0) return null
  return (
    <Card title={i18n._({ id: 'tasks.title', message: 'Do today' })}>
      <TaskList tasks={firstTasks} />
      {moreTasks.length === 0 ? null : <MoreTasks tasks={moreTasks} />}
    </Card>
  )
}

/** Drawn when they are asked for: most people read the first ones alone. */
function MoreTasks({ tasks }: { readonly tasks: readonly TaskNow[] }): JSX.Element {
  const { i18n } = useCare()
  const [isOpen, setOpen] = useState(false)
  return (
    <details class="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {i18n._({
          id: 'tasks.others',
          message: '{count, plural, one {# more thing that helps} other {# more things that help}}',
          values: { count: tasks.length },
        })}
      </summary>
      {isOpen ? <TaskList tasks={tasks} /> : null}
    </details>
  )
}

function TaskList({ tasks }: { readonly tasks: readonly TaskNow[] }): JSX.Element {
  return (
    <ul class="tasks">
      {tasks.map((task) => (
        <Task key={task.task} task={task} />
      ))}
    </ul>
  )
}

function Task({ task }: { readonly task: TaskNow }): JSX.Element {
  const care = useCare()
  const { texts, record, at, zone } = care
  const date = localDate(at, zone)
  const [title, rest] = firstSentence(texts.text(`task.${task.task}`))
  const when = timesText(care, task)
  return (
    <li>
      <label class="task">
        <input
          type="checkbox"
          checked={record.ticked[date]?.includes(task.task) ?? false}
          onChange={() => tick(care, date, task.task)}
        />
        <span class="tick">
          <Icon name="check" size={16} />
        </span>
        <span class="task-text" lang={texts.lang}>
          <b>{title}</b>
          {rest === '' ? null : <span class="row-note">{rest}</span>}
        </span>
        {when === '' ? null : <span class="task-when">{when}</span>}
      </label>
    </li>
  )
}

/** Ticks of other days are let go: they are for the day alone. */
function tick({ change }: AppCare, date: string, task: string): void {
  change(({ ticked }) => {
    const today = ticked[date] ?? []
    const isOn = today.includes(task)
    return { ticked: { [date]: isOn ? today.filter((one) => one !== task) : [...today, task] } }
  })
}

function timesText({ i18n, format }: AppCare, { times }: TaskNow): string {
  const names = timeNames(i18n)
  return format.list(times.map((time) => names[time]))
}
