/** Where staff work: the console beside the patients' app. `place` is a screen of it; what it names stays in the fragment. */
export function consoleLink(baseUrl: string, place = ''): string {
  return place === '' ? `${baseUrl}/clinic.html` : `${baseUrl}/clinic.html#/${place}`
}
