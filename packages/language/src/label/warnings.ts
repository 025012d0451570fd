/** Warnings that are not on every pack: against the face, fresh treatments, wounds, animals' products, acids' sun alert. */
const WARNINGS =
  /\b(?:after|following) (?:micro ?needling|needling|a peel|laser)|\bopen wounds?\b|\bveterinary\b|\bfor animal use|\bkeep away from (?:the )?face|\bnot for (?:use on )?(?:the |your )?(?:face|facial)|\b(?:do not|don't|never) (?:apply|use) (?:it )?(?:on|to) (?:the |your )?face|\bsunburn alert/i

/** Whether the pack's own words speak against such use: `keep away from the face`. */
export function warnsAgainst(text: string): boolean {
  return WARNINGS.test(text.replaceAll(/\s+/g, ' '))
}
