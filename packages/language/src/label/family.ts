import families from '../../data/families.json' with { type: 'json' }
import { classAndRole, type Ingredient } from './ingredient.ts'

type Rules = readonly (readonly [pattern: string, group: string])[]

const CONTAINS: Rules = Object.entries(families.contains)
const STARTS: Rules = Object.entries(families.starts)
const ENDS: Rules = Object.entries(families.ends)

/** What a part of the name gives away: whatever holds `retinyl` is a retinoid, listed or not. */
export function revealedBy(folded: string): Ingredient | undefined {
  return found(CONTAINS, (pattern) => `${folded} `.includes(pattern), folded)
}

/** What the beginning or the end of a name says of it: `... copolymer`, `PEG-...`, `... flower extract`. */
export function shapedLike(folded: string): Ingredient | undefined {
  return (
    found(STARTS, (pattern) => folded.startsWith(pattern), folded) ??
    found(ENDS, (pattern) => folded.endsWith(pattern), folded) ??
    colourOf(folded)
  )
}

/** A colour index number, or the name of a colour with its own. */
function colourOf(folded: string): Ingredient | undefined {
  const isColour =
    /^c ?i(?: ?\d{5})+$/.test(folded) ||
    /^(?:(?:fd|d|ext) ?c? )?(?:red|blue|yellow|green|orange|violet|black|brown)(?: no)? \d{1,2}$/.test(
      folded,
    )
  return isColour ? ingredientIn('- colourant', folded) : undefined
}

function found(
  rules: Rules,
  matches: (pattern: string) => boolean,
  folded: string,
): Ingredient | undefined {
  const rule = rules.find(([pattern]) => matches(pattern))
  return rule && ingredientIn(rule[1], folded)
}

function ingredientIn(group: string, folded: string): Ingredient {
  return { name: titled(folded), ...classAndRole(group) }
}

function titled(folded: string): string {
  return folded.replaceAll(/(?:^| )\p{L}/gu, (start) => start.toUpperCase())
}
