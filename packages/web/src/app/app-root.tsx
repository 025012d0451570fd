import { applyPlan, type Instant, zoneAt } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Ledger } from '../linked/ledger.ts'
import { eraseRecord, keepRecord, whenKeptElsewhere } from '../store/keep.ts'
import { erasePhotos } from '../store/photos.ts'
import { EMPTY_RECORD, type PatientRecord } from '../store/record.ts'
import { createFormat } from '../words/format.ts'
import { loadWords, type TextHalves, type Words } from '../words/load-words.ts'
import { digitsFor, directionOf, type Locale, localeFrom } from '../words/locale.ts'
import { type App, AppContext, type ChangeRecord } from './app-context.ts'
import { deviceZone, now, useNow } from './clock.ts'
import { presentAt, toldNow } from './present.ts'
import { whenLoaded } from './when-loaded.ts'
import { Layout } from './layout.tsx'
import { useRoute } from './route.ts'
import { Screen, textsNeeded } from './screens.tsx'
import { type LinkedApp, useLinked } from './use-linked.ts'
import { useKeptToday } from './use-kept-today.ts'

/** What has been read before anything is drawn. */
export interface Start {
  readonly ledger: Ledger
  readonly record: PatientRecord
  readonly words: Words
}

export function AppRoot({ start }: { readonly start: Start }): JSX.Element {
  const [shown, renewNow] = useNow()
  const kept = useRecord(start.record, renewNow)
  const { record, change, isKept, erase } = kept
  const at = presentAt(shown, record)
  const { ledger, plan, linked } = usePlan(start.ledger, kept)
  const route = useRoute()
  const first = useRef(route)
  const wanted = textsNeeded(route.screen, record, at)
  const [words, isBroken] = useWords(start.words, record, wanted)
  const zone = zoneOf(record, at)
  const { locale, digits, i18n, halves } = words
  const texts = useMemo(() => ledger.withTexts?.(words.texts) ?? words.texts, [words, ledger])
  const format = useMemo(() => createFormat({ locale, digits, zone }), [locale, digits, zone])
  const app: App = {
    get planner() {
      return ledger.planner()
    },
    protocols: ledger.protocols,
    record,
    plan,
    change,
    erase,
    isKept,
    at,
    zone,
    i18n,
    locale,
    digits,
    direction: directionOf(locale),
    linked,
    texts,
    format,
    question: useRef(''),
    isFirstPage: sameRoute(first.current, route),
  }
  useKeptToday(app, route.screen === 'today' && halves >= wanted)
  return (
    <AppContext.Provider value={app}>
      <Layout route={route} key={locale}>
        <Screen route={route} isReady={halves >= wanted} isBroken={isBroken && halves < wanted} />
      </Layout>
    </AppContext.Provider>
  )
}

function zoneOf({ session }: PatientRecord, at: Instant): string {
  return session ? zoneAt(session.zone, session.events, at) : deviceZone()
}

function sameRoute(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

interface Planned extends Pick<App, 'plan'> {
  readonly ledger: Ledger
  readonly linked: LinkedApp | null
}

/** The plan, by the protocols that it is made with now: a clinic's may be other ones. */
function usePlan(first: Ledger, { record, change, latest }: Kept): Planned {
  const [ledger, onLedger] = useState(first)
  const linked = useLinked(record, { change, latest, ledger: useLatest(ledger), onLedger })
  const { session } = record
  const plan = useMemo(
    () => (session ? applyPlan(ledger.planner(), session) : null),
    [ledger, session],
  )
  return { ledger, plan, linked }
}

interface Kept extends Pick<App, 'record' | 'change' | 'isKept' | 'erase'> {
  /** The record as it is now, also between two drawings. */
  readonly latest: () => PatientRecord
}

/** The record in memory, and every change of it written down. */
function useRecord(first: PatientRecord, renewNow: () => void): Kept {
  const [record, setRecord] = useState(first)
  const [isKept, setKept] = useState(true)
  const latest = useRef(first)
  const change = useCallback<ChangeRecord>(
    (part) => {
      const named = typeof part === 'function' ? part(latest.current) : part
      latest.current = { ...latest.current, ...toldNow(latest.current, named, now()) }
      setRecord(latest.current)
      renewNow()
      void keepRecord(latest.current).then(setKept)
    },
    [renewNow],
  )
  const erase = useCallback(async () => {
    await Promise.all([eraseRecord(), erasePhotos()])
    latest.current = EMPTY_RECORD
    setRecord(EMPTY_RECORD)
  }, [])
  useEffect(
    () =>
      whenKeptElsewhere((kept) => {
        latest.current = kept
        setRecord(kept)
        renewNow()
      }),
    [renewNow],
  )
  return { record, change, isKept, erase, latest: () => latest.current }
}

/** Reads what the last drawing had, from what outlasts it. */
function useLatest<T>(value: T): () => T {
  const latest = useRef(value)
  latest.current = value
  return () => latest.current
}

/** The language that the person chose, else the browser's. */
export function localeOf({ locale }: PatientRecord): Locale {
  return locale ?? localeFrom(navigator.languages)
}

/** The words on the screen: those of another language, and more of them, come when they are there, or cannot be had. */
function useWords(
  first: Words,
  record: PatientRecord,
  wanted: TextHalves,
): readonly [words: Words, isBroken: boolean] {
  const [words, setWords] = useState(first)
  const [isBroken, setBroken] = useState(false)
  const locale = localeOf(record)
  const digits = digitsFor(locale, record.digits)
  const halves = wanted > words.halves ? wanted : words.halves
  useEffect(() => {
    const isThere = words.locale === locale && words.digits === digits && words.halves === halves
    setBroken(false)
    if (isThere) return undefined
    return whenLoaded(loadWords(locale, { digits, halves }), setWords, () => setBroken(true))
  }, [words, locale, digits, halves])
  useEffect(() => {
    document.documentElement.lang = words.locale
    document.documentElement.dir = directionOf(words.locale)
  }, [words.locale])
  return [words, isBroken]
}
