/** One section of the template with its fields, drawn from data: no section is known by name here. */
import { memo, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CompletenessState } from '../../../shared/documents/caseCompleteness.ts'
import { type CaseField, setNotApplicable } from '../../../shared/documents/caseDocument.ts'
import type { TemplateSection } from '../../../shared/vocabulary/vocabulary.ts'
import { Button } from '../../design/Button.tsx'
import { Icon } from '../../design/Icon.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import styles from './Case.module.css'
import { CaseFieldView, keyOfField } from './CaseFieldView.tsx'
import { ClearanceControl } from './ClearanceControl.tsx'
import type { PaperProps } from './paperProps.ts'

export interface CaseSectionProps extends PaperProps {
  section: TemplateSection
  fields: readonly CaseField[]
  anchor: string
  state: CompletenessState
}

export const CaseSection = memo(function CaseSection({ section, fields, anchor, state, ...paper }: CaseSectionProps) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const hintId = useId()
  const title = section.title[language]
  // A rich text shows the hint where the words will stand; other fields have no such place.
  const showsHint = fields.every((field) => field.kind !== 'richText')
  const isAside = state === 'notApplicable'
  // The button that was pressed goes away: the one that takes it back gets the focus.
  const [wasPutHere, setWasPutHere] = useState(false)
  const setAside = (isNow: boolean) => {
    setNotApplicable(paper.document.doc, section.id, isNow)
    setWasPutHere(isNow)
  }
  const isDecided = fields.every((field) => field.kind === 'decided')
  return (
    <section className={styles.section} aria-labelledby={anchor}>
      <div className={styles.sectionHead}>
        <h2 id={anchor} tabIndex={-1} className={styles.heading} {...(showsHint ? { 'aria-describedby': hintId } : {})}>
          {title}
        </h2>
        {paper.canWrite && state === 'empty' && !isDecided && (
          <Button size="small" variant="quiet" aria-label={t('aside.putOf', { title })} onPress={() => setAside(true)}>
            {t('aside.put')}
          </Button>
        )}
      </div>
      {isAside && (
        <p className={styles.aside}>
          <Icon name="barred" />
          <span>{t('aside.is')}</span>
          {paper.canWrite && (
            <Button
              size="small"
              aria-label={t('aside.backOf', { title })}
              autoFocus={wasPutHere}
              onPress={() => setAside(false)}
            >
              {t('aside.back')}
            </Button>
          )}
        </p>
      )}
      {showsHint && !isAside && (
        <p id={hintId} className={styles.hint}>
          {section.hint[language]}
        </p>
      )}
      {!isAside &&
        fields.map((field) => <CaseFieldView key={keyOfField(field)} {...paper} field={field} section={section} />)}
      {isDecided && <ClearanceControl {...paper} says="decide" />}
    </section>
  )
})
