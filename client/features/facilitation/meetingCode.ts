/** The meeting code as it is shown: in two halves, because people read and type three letters at a time. */
export function spacedCode(code: string): string {
  const half = Math.ceil(code.length / 2)
  return `${code.slice(0, half)} ${code.slice(half)}`.trim()
}
