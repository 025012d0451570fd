/** Whether something was agreed to, in the server's own table of consents; what cannot be read was not. */
export function isGiven(consents: unknown, scope: string): boolean {
  return typeof consents === 'object' && consents !== null && Reflect.get(consents, scope) === true
}
