/**
 * Whose words the caret stands in or the pointer is over, in one line that stays in sight. Screen readers hear of the
 * caret's author when it has come to rest and is another one than before: not with each letter.
 */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Announcer } from '../../design/Announcer.tsx'
import { AuthorMark } from '../../design/AuthorName.tsx'
import { clock } from '../../lib/time.ts'
import type { AuthorLayer } from '../../session/AuthorLayer.ts'
import type { Written } from '../../session/authorLooks.ts'
import { useAuthorWords } from '../../session/useAuthorLayer.ts'
import styles from './AuthorLine.module.css'

/** A caret that stays in somebody's words for this long has come to rest. */
const restMs = 500

export function AuthorLine({ layer }: { layer: AuthorLayer }) {
  const { t } = useTranslation('authors')
  const wordsOf = useAuthorWords()
  const pointed = useSyncExternalStore(layer.pointed.subscribe, layer.pointed.getSnapshot)
  const sentenceOf = ({ author, broughtBy }: Written) => {
    const name = wordsOf(author).words
    return broughtBy ? t('broughtBy', { name, bearer: wordsOf(broughtBy).words }) : t('writtenBy', { name })
  }
  const sentence = pointed && sentenceOf(pointed.written)
  const atCaret = pointed?.by === 'caret' ? sentence : null
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (atCaret === null) return
    return clock.after(restMs, () => setSaid(atCaret))
  }, [atCaret])
  return (
    <>
      {pointed && (
        <p className={styles.line} aria-hidden="true">
          <AuthorMark author={wordsOf(pointed.written.author)} />
          <span>{sentence}</span>
        </p>
      )}
      <Announcer>{said}</Announcer>
    </>
  )
}
