/** The push services of the browsers; `*.` stands for one or more labels. */
const PUSH_HOSTS = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
]

/**
 * Says whether a subscription's endpoint is a push service: it comes from a browser, and we send to it.
 * `allowed` adds hosts (`push.example.org`, `*.example.org`: https on port 443) and whole origins
 * (`https://push.example.org:8443`, taken as written).
 */
export function isPushHost(text: string, allowed: readonly string[] = []): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return false
  if (allowed.includes(url.origin)) return true
  if (url.protocol !== 'https:' || url.port !== '') return false
  return [...PUSH_HOSTS, ...allowed].some((host) => matches(url.hostname, host))
}

/** A literal address ends in a digit or a bracket, so no name of a host, wild or not, is one. */
function matches(hostname: string, host: string): boolean {
  if (/[\d\]]$/.test(hostname)) return false
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host
}
