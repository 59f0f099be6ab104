/** An author's name with what tells their words apart from others': a colour, initials, and the line under the words. */
import type { CSSProperties } from 'react'
import styles from './AuthorName.module.css'
import { cx } from './classNames.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface ShownAuthor {
  key: string
  words: string
  initials: string
  /** A custom property of tokens.css. */
  color: string
  line: 'solid' | 'dashed' | 'dotted' | 'double'
}

/** The initials on the colour, for the eye alone. */
export function AuthorMark({ author }: { author: ShownAuthor }) {
  const style = { '--c': author.color } as CSSProperties
  return (
    <span className={styles.initials} style={style} aria-hidden="true">
      {author.initials}
    </span>
  )
}

export function AuthorName({ author }: { author: ShownAuthor }) {
  const style = { '--c': author.color } as CSSProperties
  return (
    <span className={styles.author} style={style} title={author.words}>
      <AuthorMark author={author} />
      <span className={styles.words} data-line={author.line}>
        {author.words}
      </span>
    </span>
  )
}

export interface BylineProps {
  /** Said before the names: "Written by". */
  label: string
  authors: readonly ShownAuthor[]
  /** How many at most by name; the rest is a number. */
  max?: number
  className?: string | undefined
}

/** Whose words these are, in one small line; nothing when there is nobody. */
export function Byline({ label, authors, max = 3, className }: BylineProps) {
  if (authors.length === 0) return null
  const shown = authors.slice(0, max)
  const rest = authors.slice(max)
  return (
    <p className={cx(styles.byline, className)}>
      <VisuallyHidden>{label}: </VisuallyHidden>
      {shown.map((author) => (
        <AuthorName key={author.key} author={author} />
      ))}
      {rest.length > 0 && (
        <span className={styles.rest} title={rest.map(({ words }) => words).join(', ')}>
          <span aria-hidden="true">+{rest.length}</span>
          <VisuallyHidden>{rest.map(({ words }) => words).join(', ')}</VisuallyHidden>
        </span>
      )}
    </p>
  )
}
