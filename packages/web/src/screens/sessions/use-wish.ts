import { useState } from 'preact/hooks'
import type { AppCare } from '../../app/care-context.ts'
import { type SeriesWish, type WishProblem, wishProblems } from '../../model/series.ts'

/** What is written in the form, as it is written. */
interface WishDraft {
  /** Null until somebody writes a number: then it is the sources' own. */
  readonly sessions: string | null
  /** Empty where nothing is planned back from. */
  readonly kind: string
  readonly date: string
  readonly blocked: readonly BlockedDraft[]
}

export interface BlockedDraft {
  readonly from: string
  readonly until: string
}

export interface Wish {
  readonly draft: WishDraft
  readonly change: (draft: WishDraft) => void
  readonly problems: readonly WishProblem[]
  /** The last wish without problems: what the dates are planned for. */
  readonly planned: SeriesWish
}

/** The wish in the form, kept in the record whenever it can be planned. */
export function useWish(care: AppCare): Wish {
  const { record, change } = care
  const [draft, setDraft] = useState(() => draftOf(record.series))
  return {
    draft,
    change: (next) => {
      setDraft(next)
      const wish = wishOf(next)
      if (wishProblems(care, wish).length === 0) change({ series: wish })
    },
    problems: wishProblems(care, wishOf(draft)),
    planned: wishProblems(care, record.series).length === 0 ? record.series : {},
  }
}

function draftOf({ sessions, event, blocked = [] }: SeriesWish): WishDraft {
  return {
    sessions: sessions === undefined ? null : String(sessions),
    kind: event?.kind ?? '',
    date: event?.date ?? '',
    blocked,
  }
}

/** What is only half written asks for nothing yet; a span without an end is one day. */
function wishOf({ sessions, kind, date, blocked }: WishDraft): SeriesWish {
  const spans = blocked
    .filter(({ from }) => from !== '')
    .map(({ from, until }) => ({ from, until: until === '' ? from : until }))
  return {
    ...(sessions !== null && sessions.trim() !== '' && { sessions: Number(sessions) }),
    ...(kind !== '' && date !== '' && { event: { kind, date } }),
    ...(spans.length > 0 && { blocked: spans }),
  }
}
