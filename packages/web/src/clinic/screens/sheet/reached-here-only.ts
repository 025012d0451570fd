/** Whether a host is the computer itself: what is sent to it never leaves. */
export function reachedHereOnly(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}
