/** One section of the template with its fields, drawn from data: no section is known by name here. */
import { useId } from 'react'
import type { Language } from '../../../shared/contracts/terms.ts'
import { type CaseField, richTextOf, tagsOf, textOf } from '../../../shared/documents/caseDocument.ts'
import { listTitle, type TemplateSection } from '../../../shared/vocabulary/vocabulary.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { DocumentSession } from '../../session/DocumentSession.ts'
import styles from './Case.module.css'
import type { CaretLabels } from './caretLabels.ts'
import { RichTextField } from './RichTextField.tsx'
import { TagsField } from './TagsField.tsx'
import { TextLine } from './TextLine.tsx'

export interface CaseSectionProps {
  section: TemplateSection
  fields: readonly CaseField[]
  anchor: string
  document: DocumentSession
  canWrite: boolean
  carets: CaretLabels
}

export function CaseSection({ section, fields, anchor, document, canWrite, carets }: CaseSectionProps) {
  const [language] = useLanguage()
  const hintId = useId()
  // A rich text shows the hint where the words will stand; other fields have no such place.
  const showsHint = fields.every((field) => field.kind !== 'richText')
  return (
    <section className={styles.section} aria-labelledby={anchor}>
      <h2 id={anchor} tabIndex={-1} className={styles.heading} {...(showsHint ? { 'aria-describedby': hintId } : {})}>
        {section.title[language]}
      </h2>
      {showsHint && (
        <p id={hintId} className={styles.hint}>
          {section.hint[language]}
        </p>
      )}
      {fields.map((field) => (
        <Field
          key={keyOf(field)}
          field={field}
          section={section}
          language={language}
          document={document}
          canWrite={canWrite}
          carets={carets}
        />
      ))}
    </section>
  )
}

type FieldProps = Pick<CaseSectionProps, 'section' | 'document' | 'canWrite' | 'carets'> & {
  field: CaseField
  language: Language
}

function Field({ field, section, language, document: { doc }, canWrite, carets }: FieldProps) {
  switch (field.kind) {
    case 'text': {
      const text = textOf(doc, field.section, field.field)
      return <TextLine text={text} label={field.template.label[language]} canWrite={canWrite} />
    }
    case 'tags': {
      const label = field.template?.label[language] ?? listTitle(field.list, language)
      return (
        <TagsField tags={tagsOf(doc, field.section, field.list)} list={field.list} label={label} canWrite={canWrite} />
      )
    }
    case 'richText':
      return (
        <RichTextField
          fragment={richTextOf(doc, field.section)}
          title={section.title[language]}
          hint={section.hint[language]}
          canWrite={canWrite}
          carets={carets}
        />
      )
    default:
      return null
  }
}

function keyOf(field: CaseField): string {
  switch (field.kind) {
    case 'text':
      return `text ${field.field}`
    case 'tags':
      return `tags ${field.list}`
    default:
      return field.kind
  }
}
