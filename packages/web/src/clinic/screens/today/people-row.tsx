import type { ComponentChildren, JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'

interface Person {
  readonly patientId: string
  readonly name: string
}

interface PeopleRowProps {
  readonly title: ComponentChildren
  readonly mark?: ComponentChildren
  readonly people: readonly Person[]
}

const NAMED = 2

/** A line with so many people behind it; it opens to all their names. */
export function PeopleRow({ title, mark, people }: PeopleRowProps): JSX.Element {
  const { i18n, format } = useApp()
  const named = people.slice(0, NAMED).map(({ name }) => name)
  const rest = people.length - named.length
  return (
    <li class="row-item">
      <details class="people">
        <summary class="row">
          {mark}
          <span class="row-text">
            <span class="row-title">{title}</span>
            <span class="row-note people-names">
              {rest === 0
                ? format.join(named, 'comma')
                : i18n._({
                    id: 'clinic-today.people',
                    message: '{names} and {rest, plural, one {# more} other {# more}}',
                    values: { names: format.join(named, 'comma'), rest },
                  })}
            </span>
          </span>
          <span class="row-end">
            <b>{format.number(people.length)}</b>
            <span class="unseen">
              {i18n._({
                id: 'clinic-today.patients',
                message: '{count, plural, one {patient} other {patients}}',
                values: { count: people.length },
              })}
            </span>
          </span>
        </summary>
        <ul class="people-list">
          {people.map(({ patientId, name }) => (
            <li key={patientId}>
              <a href={hrefTo('patients', patientId)}>
                <bdi>{name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}
