import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Card } from '../../components/card.tsx'
import { Countdown } from '../../components/countdown.tsx'
import { Row, Rows } from '../../components/row.tsx'
import { StatusMark } from '../../components/status.tsx'
import type { ProductAnswer } from '../../model/product.ts'
import { medicineSentence, shortAnswer } from '../../words/answer-words.ts'
import { statusWord } from '../../words/status-words.ts'
import { lowerFirst } from '../../words/texts.ts'
import { findingName, limitText, openingText, verdictText } from './product-words.ts'

interface VerdictProps {
  readonly answer: ProductAnswer
}

/** The verdict first and big, what decides it and why, then what else is in it and what we do not know. */
export function ProductVerdict({ answer }: VerdictProps): JSX.Element {
  const { i18n } = useCare()
  const { recommended, unrecognised, unsourced } = answer
  return (
    <section class="product">
      <Headline answer={answer} />
      <Limits answer={answer} />
      <Groups answer={answer} />
      <Names
        title={i18n._({ id: 'products.unrecognised', message: 'What we do not know' })}
        names={unrecognised}
      />
      <Names
        title={i18n._({ id: 'products.unsourced', message: 'What no source of ours speaks of' })}
        names={unsourced}
      />
      <Names title={statusWord(i18n, 'recommended')} names={recommended} />
    </section>
  )
}

function Headline({ answer }: VerdictProps): JSX.Element {
  const care = useCare()
  const { i18n } = care
  const { verdict, mark, opensAt } = answer
  return (
    <div class={`product-verdict product-${mark}`}>
      <div class="product-headline">
        <StatusMark status={mark} />
        <h2 id="answer" tabIndex={-1}>
          {verdictText(i18n, answer)}
        </h2>
      </div>
      <p class="product-opens">{openingText(care, answer)}</p>
      {opensAt === null || verdict === 'cannot-clear' ? null : (
        <p class="product-countdown">
          <Countdown to={opensAt} />
        </p>
      )}
      <Decides answer={answer} />
    </div>
  )
}

/** The ingredient that decides, why, and the way to who says so. */
function Decides({ answer: { deciding } }: VerdictProps): JSX.Element | null {
  const care = useCare()
  const { i18n, texts } = care
  if (!deciding) return null
  const { finding, why, isMedicine } = deciding
  return (
    <div class="stack-s">
      <p>
        <b>
          {i18n._({
            id: 'products.decides',
            message: 'What decides: {ingredient}.',
            values: { ingredient: findingName(care, finding) },
          })}
        </b>
      </p>
      {why === undefined ? null : <p lang={texts.lang}>{texts.text(`why.${why}`)}</p>}
      {isMedicine ? <p>{medicineSentence(i18n)}</p> : null}
      <p>
        <a href={hrefTo('can-i', finding.subject)}>
          {i18n._({
            id: 'ask.sources',
            message: 'What each source says about {subject}',
            values: { subject: lowerFirst(texts.subject(finding.subject)) },
          })}
        </a>
      </p>
    </div>
  )
}

function Limits({ answer: { limits } }: VerdictProps): JSX.Element | null {
  const { i18n } = useCare()
  if (limits.length === 0) return null
  return (
    <Card title={i18n._({ id: 'products.limits', message: 'Why we cannot say more' })}>
      <ul class="stack-s">
        {limits.map((limit) => (
          <li key={limit}>{limitText(i18n, limit)}</li>
        ))}
      </ul>
    </Card>
  )
}

function Groups({ answer: { groups } }: VerdictProps): JSX.Element | null {
  const care = useCare()
  const { i18n, format } = care
  if (groups.length === 0) return null
  return (
    <Card
      title={i18n._({ id: 'products.findings', message: 'What is in it, and what your plan says' })}
    >
      <Rows>
        {groups.map((group) => (
          <Row
            key={group.subject}
            href={hrefTo('can-i', group.subject)}
            mark={<StatusMark status={group.status} />}
            title={format.list(group.findings.map((finding) => findingName(care, finding)))}
            note={`${care.texts.subject(group.subject)} · ${shortAnswer(care, group)}`}
          />
        ))}
      </Rows>
    </Card>
  )
}

interface NamesProps {
  readonly title: string
  readonly names: readonly string[]
}

/** Names as they stand on packs, in Latin letters. */
function Names({ title, names }: NamesProps): JSX.Element | null {
  if (names.length === 0) return null
  return (
    <Card title={title}>
      <ul class="product-names" lang="en">
        {names.map((name) => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </Card>
  )
}
