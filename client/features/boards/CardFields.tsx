/** All fields of a card as its kind's template lists them, and which of the essential ones are still empty. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { type CardField, cardFieldsOf } from '../../../shared/documents/cardFields.ts'
import { type CardValue, readCardFields } from '../../../shared/documents/cardValues.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useObserved } from '../../session/observed.ts'
import type { BoardActions } from './BoardActions.ts'
import { CardFieldControl } from './CardFieldControl.tsx'
import { CardReading } from './CardReading.tsx'
import styles from './CardSheet.module.css'
import { keepSameValues } from './cardList.ts'
import { LanguageField } from './LanguageField.tsx'
import type { CaseLinks } from './useCaseLinks.ts'

export interface CardFieldsProps {
  doc: Y.Doc
  card: Card
  /** The card's shared map. */
  map: Y.Map<unknown>
  cases: CaseLinks
  canWrite: boolean
  actions: BoardActions
}

export function CardFields({ doc, card, map, cases, canWrite, actions }: CardFieldsProps) {
  const [language] = useLanguage()
  const values = useObserved(map, (previous: readonly CardValue[] | null) =>
    keepSameValues(previous, readCardFields(doc, card.id)),
  )
  if (!canWrite) return <CardReading card={card} values={values} cases={cases} />
  const fields = cardFieldsOf(card.column)
  const valueIn = (field: CardField) => values.find((value) => value.field.key === field.key) ?? null
  return (
    <>
      {fields.map((field) => (
        <Control
          key={field.key}
          doc={doc}
          card={card}
          field={field}
          label={field.template.label[language]}
          value={valueIn(field)}
          cases={cases}
          actions={actions}
        />
      ))}
      <LanguageField value={card.language} onChange={(chosen) => actions.setLanguage(card.id, chosen)} />
      <Essentials fields={fields.filter((field) => field.template.required && valueIn(field) === null)} />
    </>
  )
}

/** A letter in one field draws that field again, not the lists of all others. */
const Control = memo(CardFieldControl)

/** Gently: what is missing is listed, nothing is refused. */
function Essentials({ fields }: { fields: readonly CardField[] }) {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  return (
    <p className={styles.essentials}>
      {fields.length === 0
        ? t('sheet.complete')
        : t('sheet.missing', { fields: fields.map(({ template }) => template.label[language]).join(' · ') })}
    </p>
  )
}
