/** The session of a patient or caregiver; `__Host-` binds it to this host wherever the address is https. */
export function patientCookie(baseUrl: string): string {
  return baseUrl.startsWith('https:') ? '__Host-afterglow-patient' : 'afterglow-patient'
}

export function readCookie(header: string | null, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, value] = part.trim().split('=')
    if (key === name && value !== undefined) return value
  }
  return null
}

/** The cookie that holds a session; gone at once where `maxAgeS` is 0. */
export function setCookie(baseUrl: string, value: string, maxAgeS: number): string {
  const secure = baseUrl.startsWith('https:') ? '; Secure' : ''
  return `${patientCookie(baseUrl)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeS}${secure}`
}
