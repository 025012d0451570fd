import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Card } from '../../../components/card.tsx'
import type { Insight } from '../../api/insight.ts'
import { Table } from '../../components/table.tsx'
import { fewerWords, monthWords } from './insight-words.ts'

interface QuestionsProps {
  readonly questions: Insight['questions']
}

/** How many questions the app could not answer were sent on to the clinic. */
export function Questions({ questions }: QuestionsProps): JSX.Element {
  const { i18n, format } = useApp()
  const { count, byMonth } = questions
  const none = i18n._({ id: 'insight.none', message: 'None' })
  return (
    <Card title={i18n._({ id: 'insight.questions', message: 'Questions that had no answer' })}>
      <p class="figure">
        {count === 0 ? none : count === null ? fewerWords(i18n) : format.number(count)}
      </p>
      {count === 0 ? null : <Months byMonth={byMonth} />}
      <p class="quiet">
        {i18n._({
          id: 'insight.questions.text',
          message: 'What the app could not answer and the patient sent on.',
        })}{' '}
        <a href={hrefTo('protocol')}>
          {i18n._({ id: 'insight.questions.protocol', message: 'Add what is asked often' })}
        </a>
      </p>
    </Card>
  )
}

function Months({ byMonth }: Pick<Insight['questions'], 'byMonth'>): JSX.Element {
  const app = useApp()
  const { i18n, format } = app
  return (
    <Table
      caption={i18n._({ id: 'insight.questions.months', message: 'Questions by month' })}
      rows={byMonth}
      keyOf={({ month }) => month}
      columns={[
        {
          key: 'month',
          head: i18n._({ id: 'insight.col.month', message: 'Month' }),
          isHead: true,
          cell: ({ month }) => monthWords(app, month),
        },
        {
          key: 'count',
          head: i18n._({ id: 'insight.col.questions', message: 'Questions' }),
          isFigure: true,
          cell: ({ count }) => (count === null ? fewerWords(i18n) : format.number(count)),
        },
      ]}
    />
  )
}
