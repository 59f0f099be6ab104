/** A field as somebody reads it who cannot change it here: its label, and its words or that there are none. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Case.module.css'

export function FactLine({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useTranslation('case')
  return (
    <dl className={styles.field}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.fact}>{children || <span className={styles.nothing}>{t('empty')}</span>}</dd>
    </dl>
  )
}
