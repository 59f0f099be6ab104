/** People as small circles with their initials; the name is the text that screen readers and tooltips give. */
import type { CSSProperties } from 'react'
import styles from './Avatar.module.css'
import { cx } from './classNames.ts'
import { initialsOf, personColor } from './personColor.ts'

export interface AvatarPerson {
  id: string
  name: string
}

export function Avatar({ person, isAlone = true }: { person: AvatarPerson; isAlone?: boolean }) {
  const style = { '--c': personColor(person.id) } as CSSProperties
  return (
    <span className={cx(styles.avatar, isAlone && styles.alone)} style={style} title={person.name} aria-hidden="true">
      {initialsOf(person.name)}
    </span>
  )
}

export interface AvatarsProps {
  people: readonly AvatarPerson[]
  /** Reads for all of them at once: "Five people are here". */
  label: string
  /** How many circles at most; the rest is a number. */
  max?: number
  className?: string | undefined
}

export function Avatars({ people, label, max = 5, className }: AvatarsProps) {
  const shown = people.length > max ? people.slice(0, max - 1) : people
  const rest = people.length - shown.length
  return (
    <span className={cx(styles.avatars, className)} role="img" aria-label={label}>
      {shown.map((person) => (
        <Avatar key={person.id} person={person} isAlone={false} />
      ))}
      {rest > 0 && (
        <span className={cx(styles.avatar, styles.more)} aria-hidden="true">
          +{rest}
        </span>
      )}
    </span>
  )
}
