/** A field of one line that several people write in. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { limits } from '../../../shared/contracts/limits.ts'
import { originsOfText } from '../../../shared/documents/origins.ts'
import { useTextBinding } from '../../session/useTextBinding.ts'
import styles from './Case.module.css'
import { CaseByline } from './CaseByline.tsx'

export function TextLine({ text, label, canWrite }: { text: Y.Text; label: string; canWrite: boolean }) {
  const { t } = useTranslation('case')
  const id = useId()
  const bind = useTextBinding(text)
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        ref={bind}
        className={styles.input}
        readOnly={!canWrite}
        placeholder={canWrite ? '' : t('empty')}
        maxLength={limits.titleChars}
      />
      <CaseByline read={() => originsOfText(text)} />
    </div>
  )
}
