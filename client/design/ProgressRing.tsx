/**
 * How far something is filled in, as a ring: an outline when empty, closing with what is there, a check when whole; a
 * dash where it does not apply. It decorates words, which say the same, and is hidden from readers.
 */
import styles from './ProgressRing.module.css'

const radius = 6
const length = 2 * Math.PI * radius

/** `share` from 0 to 1; null where there is nothing to fill in. */
export function ProgressRing({ share, size = 16 }: { share: number | null; size?: number }) {
  return (
    <svg className={styles.ring} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {share === null ? (
        <path className={styles.aside} d="M4 8h8" />
      ) : share >= 1 ? (
        <>
          <circle className={styles.whole} cx="8" cy="8" r="7" />
          <path className={styles.glyph} d="m4.8 8.4 2.2 2.2 4.2-4.6" />
        </>
      ) : (
        <>
          <circle className={styles.track} cx="8" cy="8" r={radius} />
          <circle
            className={styles.done}
            cx="8"
            cy="8"
            r={radius}
            strokeDasharray={`${share * length} ${length}`}
            transform="rotate(-90 8 8)"
          />
        </>
      )}
    </svg>
  )
}
