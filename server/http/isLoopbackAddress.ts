/** Whether a socket's other end is this machine; IPv4 may come in IPv6's clothes. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address)
}
