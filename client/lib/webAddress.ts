/** Addresses that people type or paste: made whole, and only those that lead to a page or a mailbox. */

const protocols: readonly string[] = ['http:', 'https:', 'mailto:']

/** The address to follow; null when it is none, or of a kind that a text must not open (scripts, local files). */
export function webAddressOf(typed: string): string | null {
  const words = typed.trim()
  if (words === '' || /\s/u.test(words)) return null
  if (/^[a-z][a-z\d+.-]*:/iu.test(words)) return allowed(words)
  if (/^[^@/]+@[^@/]+\.[^@/]+$/u.test(words)) return allowed(`mailto:${words}`)
  return words.includes('.') ? allowed(`https://${words}`) : null
}

function allowed(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null
  return url && protocols.includes(url.protocol) ? url.href : null
}
