export interface ZoneOption {
  readonly value: string
  readonly label: string
}

/**
 * Every zone that this browser knows, by the name that it has today. What is chosen stays as the browser calls it: each
 * device reads an old name, and an older one no name that came later.
 */
export function zoneOptions(chosen = ''): readonly ZoneOption[] {
  const isChosen = (zone: string) => zoneName(zone) === zoneName(chosen)
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !isChosen(zone))
  return (chosen === '' ? others : [...others, chosen])
    .map((zone) => ({ value: zone, label: zoneName(zone) }))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1))
}

/** A zone to be read: `Asia/Kolkata`, also where the browser says `Asia/Calcutta`. */
export function zoneName(zone: string): string {
  return (RENAMED[zone] ?? zone).replaceAll('_', ' ')
}

/** Unicode's lists keep the first name that a zone ever had. */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** Where a browser names no place it says UTC: that is for a person to say. */
export function namedZone(zone: string): string {
  return zone === 'UTC' || zone.startsWith('Etc/') ? '' : zone
}
