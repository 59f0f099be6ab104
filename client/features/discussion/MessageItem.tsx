/** One message: who, when, and the words in the language of their author. */
import { useTranslation } from 'react-i18next'
import type { Message } from '../../../shared/contracts/http.ts'
import { languageTags } from '../../design/languageNames.ts'
import { formatTime } from '../../i18n/dates.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import styles from './DiscussionPanel.module.css'

export interface MessageItemProps {
  message: Message
  author: string
  timezone: string
}

export function MessageItem({ message, author, timezone }: MessageItemProps) {
  const { t } = useTranslation('discussion')
  const [language] = useLanguage()
  const { text, at, language: spoken } = message
  return (
    <li className={styles.message}>
      <p className={styles.head}>
        <b>{author}</b> <time dateTime={new Date(at).toISOString()}>{formatTime(at, timezone, language)}</time>
      </p>
      {text === '' ? (
        <p className={styles.gone}>{t('gone')}</p>
      ) : (
        <p className={styles.text} lang={spoken && languageTags[spoken]}>
          {text}
        </p>
      )}
    </li>
  )
}
