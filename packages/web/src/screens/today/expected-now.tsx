import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Card } from '../../components/card.tsx'
import type { SignNow } from '../../model/course.ts'
import type { Today } from '../../model/today.ts'
import { lowerFirst, type Texts } from '../../words/texts.ts'
import { HourRing } from './hour-ring.tsx'

interface TodayProps {
  readonly today: Today
}

/** What people notice most comes first; the rest follows below. */
const MOST_NOTICED = [
  'erythema',
  'edema',
  'tightness',
  'exfoliation',
  'dryness',
  'itch',
  'tenderness',
  'bruising',
  'crusting',
]
const NAMED = 3

/** The signs whose time it is, as the page's heading. */
export function ExpectedNow({ today }: TodayProps): JSX.Element {
  const { i18n, texts, format } = useCare()
  const { usual, isOver } = today.expected
  const named = byNotice(usual).slice(0, NAMED)
  return (
    <section class="hero">
      <div class="hero-text">
        {named.length > 0 ? (
          <>
            <p class="hero-label">{i18n._({ id: 'today.expected', message: 'Expected now' })}</p>
            <h1 id="heading" tabIndex={-1} lang={texts.lang}>
              {format.list(names(texts, named))}
            </h1>
            <p>
              {i18n._({
                id: 'today.part-of-it',
                message: 'This is part of how skin heals. Each day should be a little better.',
              })}
            </p>
          </>
        ) : (
          <Over isOver={isOver} />
        )}
      </div>
      <HourRing today={today} />
    </section>
  )
}

function Over({ isOver }: { readonly isOver: boolean }): JSX.Element {
  const { i18n } = useCare()
  return (
    <>
      <h1 id="heading" tabIndex={-1}>
        {isOver
          ? i18n._({ id: 'today.over', message: 'The usual signs should be gone by now' })
          : i18n._({ id: 'today.fading', message: 'Most signs should be gone by now' })}
      </h1>
      <p>
        {i18n._({
          id: 'today.over-clinic',
          message: 'If one is still there, tell us in a check-in, or contact your clinic.',
        })}{' '}
        <a href={hrefTo('check-in')}>{i18n._({ id: 'today.check-in', message: 'Check in' })}</a>
      </p>
    </>
  )
}

function byNotice(signs: readonly SignNow[]): readonly SignNow[] {
  return signs.toSorted((a, b) => placeOf(a) - placeOf(b))
}

function placeOf({ sign }: SignNow): number {
  const found = MOST_NOTICED.indexOf(sign)
  return found < 0 ? MOST_NOTICED.length : found
}

/** `Redness`, `swelling`: names of one list, the first with a capital. */
function names(texts: Texts, signs: readonly SignNow[]): readonly string[] {
  return signs.map(({ sign }, k) => (k === 0 ? texts.sign(sign) : lowerFirst(texts.sign(sign))))
}

/** What each source says of this very time, and the signs that are usual or may still show. */
export function HowItGoes({ today }: TodayProps): JSX.Element | null {
  const { i18n, texts, format } = useCare()
  const { expectations, usual, fading } = today.expected
  if (expectations.length + usual.length + fading.length === 0) return null
  return (
    <Card title={i18n._({ id: 'today.how-it-goes', message: 'How it usually goes now' })}>
      <ul class="said" lang={texts.lang}>
        {expectations.map(({ expectation }) => (
          <li key={expectation}>{texts.text(`expectation.${expectation}`)}</li>
        ))}
      </ul>
      {usual.length > NAMED ? (
        <p class="quiet">
          {i18n._({
            id: 'today.usual',
            message: 'Usual now: {signs}.',
            values: { signs: format.list(lowered(texts, usual)) },
          })}
        </p>
      ) : null}
      {fading.length > 0 ? (
        <p class="quiet">
          {i18n._({
            id: 'today.may-show',
            message:
              'May still show, mild and fading: {signs}. If one is strong or gets worse, contact your clinic.',
            values: { signs: format.list(lowered(texts, fading)) },
          })}
        </p>
      ) : null}
    </Card>
  )
}

function lowered(texts: Texts, signs: readonly SignNow[]): readonly string[] {
  return byNotice(signs).map(({ sign }) => lowerFirst(texts.sign(sign)))
}
