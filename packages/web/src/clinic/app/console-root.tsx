import { createPlanner } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type App, AppContext } from '../../app/app-context.ts'
import { deviceZone, useNow } from '../../app/clock.ts'
import { EMPTY_RECORD } from '../../store/record.ts'
import { createFormat } from '../../words/format.ts'
import { loadWords, type Words } from '../../words/load-words.ts'
import { digitsFor, directionOf, LOCALES } from '../../words/locale.ts'
import { type Account, readAccount } from '../api/account.ts'
import { forgetUnanswered, whenSignedOut } from '../api/request.ts'
import { withConsoleWords } from '../words/console-words.ts'
import { type Console, ConsoleContext } from './console-context.ts'
import { type Route, routeOf, useRoute } from './clinic-route.ts'
import { createHalfWritten, type HalfWritten } from './half-written.ts'
import { keepLocale } from './kept-locale.ts'
import { queries } from './query.ts'
import { ConsoleScreen } from './console-screens.tsx'
import { Said, useSaid } from './said.tsx'
import { leaveDraft, takeDraft } from '../screens/protocol/draft-store.ts'
import { tellOthers, whenOthersChange, whoOf } from './who.ts'

interface Start {
  readonly words: Words
  readonly account: Account
}

/** The console: who is signed in, in which language, and the screen that the address names. */
export function ConsoleRoot(start: Start): JSX.Element {
  const [words, setWords] = useState(start.words)
  const route = useRoute()
  const said = useSaid(words.i18n, route)
  const [halfWritten] = useState(() => createHalfWritten(whoOf(start.account)))
  const { account, renewAccount } = useAccount(start.account, { halfWritten, forget: said.forget })
  const app = useConsoleApp(words, route)
  const setLocale = useCallback((wanted: string) => {
    const locale = LOCALES.find((one) => one === wanted) ?? 'en'
    keepLocale(locale)
    const loading = loadWords(locale, { digits: digitsFor(locale, null), halves: 2 })
    void loading.then(withConsoleWords).then(setWords, reportError)
  }, [])
  const { say, sayProblem } = said
  const value: Console = { account, renewAccount, setLocale, halfWritten, say, sayProblem }
  return (
    <AppContext.Provider value={app}>
      <ConsoleContext.Provider value={value}>
        <ConsoleScreen route={route} key={words.locale} />
        <Said said={said} />
      </ConsoleContext.Provider>
    </AppContext.Provider>
  )
}

interface OfPerson {
  readonly halfWritten: HalfWritten
  readonly forget: () => void
}

/** Who is signed in; anew when the server says that it no longer knows, and when another window is signed in otherwise. */
function useAccount(first: Account, held: OfPerson): Pick<Console, 'account' | 'renewAccount'> {
  const [account, setAccount] = useState(first)
  const known = useRef(whoOf(first))
  const renew = useCallback(async (hasRunOut: boolean) => {
    if (hasRunOut && known.current !== '') {
      leaveDraft(held.halfWritten)
      held.halfWritten.runOut(known.current)
    }
    const next = await readAccount()
    // What one person has read is not for the next.
    queries.clear()
    const who = whoOf(next)
    if (who !== known.current) {
      known.current = who
      held.forget()
      forgetUnanswered()
      tellOthers({ who, hasRunOut })
    }
    comeBack(held.halfWritten, { account: next, hasRunOut })
    setAccount(next)
  }, [])
  const renewAccount = useCallback(() => renew(false), [renew])
  useEffect(() => whenSignedOut(() => void renew(true).catch(reportError)), [renew])
  useEffect(
    () =>
      whenOthersChange(({ who, hasRunOut }) => {
        if (who !== known.current) void renew(hasRunOut).catch(reportError)
      }),
    [renew],
  )
  return { account, renewAccount }
}

interface Coming {
  readonly account: Account
  readonly hasRunOut: boolean
}

/** Whoever signs in finds what they were writing; whoever signs out leaves nothing. */
function comeBack(halfWritten: HalfWritten, { account, hasRunOut }: Coming): void {
  const { session, clinics } = account
  if (session === null) {
    if (!hasRunOut && clinics.length === 0) halfWritten.forget()
    return
  }
  halfWritten.signIn(whoOf(account))
  takeDraft(halfWritten)
}

/** What the patient's components ask for: here without a person, and with a planner of no protocol. */
function useConsoleApp({ locale, digits, i18n, texts }: Words, route: Route): App {
  const [at] = useNow()
  const first = useRef(location.hash)
  const zone = deviceZone()
  const format = useMemo(() => createFormat({ locale, digits, zone }), [locale, digits, zone])
  const planner = useMemo(() => createPlanner([]), [])
  const question = useRef('')
  useEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = directionOf(locale)
  }, [locale])
  return {
    planner,
    protocols: [],
    record: EMPTY_RECORD,
    plan: null,
    change: () => undefined,
    erase: async () => undefined,
    isKept: true,
    at,
    zone,
    i18n,
    locale,
    digits,
    direction: directionOf(locale),
    texts,
    format,
    question,
    isFirstPage: JSON.stringify(routeOf(first.current)) === JSON.stringify(route),
  }
}
