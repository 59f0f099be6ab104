/**
 * Which pages may call this server. A browser names the page's origin on every socket and every unsafe request; the
 * request's own Host is chosen by an attacker and proves nothing. Whoever sends no Origin is not a browser's page.
 */
export class Origins {
  readonly #allowed: ReadonlySet<string>

  constructor(allowed: Iterable<string>) {
    this.#allowed = new Set(allowed)
  }

  allows(origin: string | undefined): boolean {
    return origin === undefined || this.#allowed.has(origin)
  }
}

/** On loopback a person may type either name for the same machine. */
export function originsOf(publicUrl: string, more: string[]): Origins {
  const { protocol, port, hostname } = new URL(publicUrl)
  const loopback = ['localhost', '127.0.0.1', '[::1]']
  const twins = loopback.includes(hostname)
    ? loopback.map((host) => `${protocol}//${host}${port ? `:${port}` : ''}`)
    : []
  return new Origins([publicUrl, ...twins, ...more])
}
