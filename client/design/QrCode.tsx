/** An address as a QR code. Dark on light in both themes, because cameras expect it. */
import { useMemo } from 'react'
import { encode } from 'uqr'
import styles from './QrCode.module.css'

/** The quiet zone that the standard asks for, in modules. */
const quietZone = 4

export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size: modules } = encode(text, { border: quietZone, ecc: 'M' })
    return { size: modules, path: pathOf(data) }
  }, [text])
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <title>{label}</title>
      <rect className={styles.ground} width={size} height={size} />
      <path className={styles.modules} d={path} />
    </svg>
  )
}

/** One rectangle for each run of dark modules in a row. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  const parts: string[] = []
  for (const [y, row] of rows.entries()) {
    let start: number | null = null
    for (const [x, isDark] of [...row, false].entries()) {
      if (isDark) start ??= x
      if (isDark || start === null) continue
      parts.push(`M${start} ${y}h${x - start}v1h${start - x}z`)
      start = null
    }
  }
  return parts.join('')
}
