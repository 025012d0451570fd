import type { App } from './app-context.ts'

/** Without graded advice every sign that is told of is answered by the care cards: so the build says, or the clinic. */
export function isGraded({ record }: Pick<App, 'record'>): boolean {
  return !isCardsBuild() && !record.clinic?.card.staticCards
}

/** A build that asks nothing and grades nothing: the cards alone. */
export function isCardsBuild(): boolean {
  return import.meta.env.VITE_STATIC_CARDS === '1'
}
