/** A field whose value is chosen: its control for who writes, its words for who reads. */
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import type { CaseField } from '../../../shared/documents/caseDocument.ts'
import { readValue, setValue, valuesOf } from '../../../shared/documents/caseValues.ts'
import { originOfEntry } from '../../../shared/documents/origins.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useObserved } from '../../session/observed.ts'
import styles from './Case.module.css'
import { CaseByline } from './CaseByline.tsx'
import { FactLine } from './FactLine.tsx'
import { ValueInput } from './ValueInput.tsx'
import { valueWords } from './valueWords.ts'

export interface ValueFieldProps {
  doc: Y.Doc
  field: CaseField & { kind: 'value' }
  canWrite: boolean
}

export function ValueField({ doc, field, canWrite }: ValueFieldProps) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const { type, template } = field
  const { value } = useObserved(valuesOf(doc), () => ({ value: readValue(doc, field, type) }))
  const label = template.label[language]
  const byline = (
    <CaseByline
      read={() => {
        const origin = originOfEntry(valuesOf(doc), `${field.section}.${field.field}`)
        return origin && value !== null ? [origin] : []
      }}
    />
  )
  if (!canWrite) {
    return (
      <FactLine label={label}>
        {value !== null && (
          <>
            {valueWords(template, value, language, t)}
            {byline}
          </>
        )}
      </FactLine>
    )
  }
  return (
    <div className={styles.field}>
      <ValueInput
        type={type}
        template={template}
        value={value}
        onChange={(next) => setValue(doc, field, next)}
        label={label}
      />
      {byline}
    </div>
  )
}
