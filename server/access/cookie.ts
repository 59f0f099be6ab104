/** The one cookie: a browser session that can hold several seats. */
export const sessionCookie = 'plenaria_session'

/** The session's secret from a Cookie header; null without one. */
export function sessionOf(header: string | undefined): string | null {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2)
    if (name === sessionCookie && value) return value
  }
  return null
}

/** A session cookie in the word's other sense too: it ends with the browser, as a borrowed laptop should. */
export function setSessionCookie(secret: string, isSecure: boolean): string {
  return `${sessionCookie}=${secret}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
}
