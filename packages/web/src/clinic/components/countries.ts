const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')

/** What has a code of two letters and is no country: islands and unions that are held back, and codes for tests. */
const NO_COUNTRY: ReadonlySet<string> = new Set(
  'AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '),
)

/** Every country of ISO 3166-1, and Kosovo: those that the browser has a name for, without the codes of former ones. */
export function allCountries(): readonly string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const isCountry = (code: string) =>
    !NO_COUNTRY.has(code) && names.of(code) !== undefined && isOfToday(code)
  return LETTERS.flatMap((a) => LETTERS.map((b) => `${a}${b}`)).filter(isCountry)
}

/** A former country's code is read as that of its successor. */
function isOfToday(code: string): boolean {
  return new Intl.Locale('und', { region: code }).region === code
}
