import type { Sheet } from '@afterglow/formats'
import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { endWordsOnPaper } from '../../words/end-words.ts'

/** Each session still to come: what to tell and to ask, and what to get ready. */
export function SheetComing({ sheet }: { readonly sheet: Sheet }): JSX.Element {
  const { i18n, texts, format, at } = useCare()
  return (
    <>
      {sheet.coming.map(({ procedure, endedAt, suitability, preparation, tasks }) => (
        <section class="paper-group" key={procedure}>
          <h3>
            {i18n._({
              id: 'sheet.before',
              message: 'Before the session of {when}',
              values: { when: endWordsOnPaper(format, plannedEnd(sheet, procedure, endedAt), at) },
            })}
          </h3>
          <ul class="paper-list" lang={texts.lang}>
            {[
              ...preparation
                .filter(({ toConfirm }) => !toConfirm)
                .map(({ preparation: id, from }) => ({ key: `preparation.${id}`, from })),
              ...tasks.map(({ task, from }) => ({ key: `task.${task}`, from })),
              ...suitability.map(({ suitability: id }) => ({
                key: `suitability.${id}`,
                from: null,
              })),
            ].map(({ key, from }) => (
              <li key={key}>
                {from === null ? null : <b>{format.shortDayTime(Math.max(from, at), at)}: </b>}
                {texts.text(key)}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

type Planned = Pick<Sheet['procedures'][number], 'endedAt' | 'endedAtEstimated'>

/** Whether its time was told is known of the procedure itself. */
function plannedEnd({ procedures }: Sheet, id: string, endedAt: number): Planned {
  return procedures.find((one) => one.id === id) ?? { endedAt }
}
