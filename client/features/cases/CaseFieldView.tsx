/** One field of a section as its kind is drawn. */
import type { CaseField } from '../../../shared/documents/caseDocument.ts'
import { richTextOf, tagsOf, textOf } from '../../../shared/documents/caseDocument.ts'
import { listTitle, type TemplateSection } from '../../../shared/vocabulary/vocabulary.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { AttachmentsField } from './AttachmentsField.tsx'
import { CardsField } from './CardsField.tsx'
import { DecidedField } from './DecidedField.tsx'
import type { PaperProps } from './paperProps.ts'
import { RichTextField } from './RichTextField.tsx'
import { RowsField } from './RowsField.tsx'
import { TagsField } from './TagsField.tsx'
import { TextLine } from './TextLine.tsx'
import { ValueField } from './ValueField.tsx'

export interface CaseFieldViewProps extends PaperProps {
  field: CaseField
  section: TemplateSection
}

export function CaseFieldView({ field, section, ...paper }: CaseFieldViewProps) {
  const [language] = useLanguage()
  const { canWrite, carets } = paper
  const { doc } = paper.document
  switch (field.kind) {
    case 'text': {
      const text = textOf(doc, field.section, field.field)
      return <TextLine text={text} label={field.template.label[language]} canWrite={canWrite} />
    }
    case 'value':
      return <ValueField doc={doc} field={field} canWrite={canWrite} />
    case 'tags': {
      const label = field.template?.label[language] ?? listTitle(field.list, language)
      const tags = tagsOf(doc, field.section, field.list)
      return <TagsField tags={tags} list={field.list} label={label} canWrite={canWrite} />
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
    case 'rows':
      return <RowsField doc={doc} field={field} title={section.title[language]} canWrite={canWrite} />
    case 'attachments':
      return <AttachmentsField {...paper} />
    case 'cards':
      return <CardsField {...paper} field={field} />
    case 'decided':
      return <DecidedField {...paper} field={field} />
  }
}

/** Tells the fields of one section apart. */
export function keyOfField(field: CaseField): string {
  switch (field.kind) {
    case 'text':
    case 'value':
    case 'decided':
      return `${field.kind} ${field.field}`
    case 'tags':
      return `tags ${field.list}`
    default:
      return field.kind
  }
}
