/** The control for one field of a card, by the kind of value that it holds. */
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { type CardField, termsOfField } from '../../../shared/documents/cardFields.ts'
import type { CardValue } from '../../../shared/documents/cardValues.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { BoardActions } from './BoardActions.ts'
import { CardTagsField } from './CardTagsField.tsx'
import { CardTextField } from './CardTextField.tsx'
import { CaseField } from './CaseField.tsx'
import { ChoiceField } from './ChoiceField.tsx'
import { categoryLabel } from './columnWords.ts'
import { ScaleField } from './ScaleField.tsx'
import type { CaseLinks } from './useCaseLinks.ts'

export interface CardFieldControlProps {
  doc: Y.Doc
  card: Card
  field: CardField
  label: string
  /** What the card says there now; null for nothing. */
  value: CardValue | null
  cases: CaseLinks
  actions: BoardActions
}

export function CardFieldControl({ doc, card, field, label, value, cases, actions }: CardFieldControlProps) {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const set = (next: string | number | null) => actions.setFieldValue(card.id, field, next)
  switch (field.kind) {
    case 'title':
    case 'line':
    case 'paragraphs':
      return <CardTextField doc={doc} card={card} field={field} label={label} actions={actions} />
    case 'choice': {
      const choices = termsOfField(field).map((term) => ({ id: term.id, label: term.label[language] }))
      const chosen = value?.kind === 'choice' ? value.id : null
      return (
        <ChoiceField
          label={label}
          none={field.key === 'category' ? t('noCategory') : t('sheet.noChoice')}
          choices={choices}
          value={chosen}
          // The category of a former column.
          foreignLabel={chosen === null ? '' : categoryLabel(chosen, language)}
          onChange={set}
        />
      )
    }
    case 'scale':
      return <ScaleField label={label} value={value?.kind === 'scale' ? value.value : null} onChange={set} />
    case 'tags':
      return (
        <CardTagsField
          label={label}
          field={field}
          ids={value?.kind === 'tags' ? value.ids : []}
          onChange={(id, isChosen) => actions.setFieldTag(card.id, field, id, isChosen)}
        />
      )
    case 'case':
      return <CaseField label={label} value={card.caseId} cases={cases} onChange={set} />
  }
}
