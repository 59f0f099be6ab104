/** Terms chosen from a list: those chosen as chips (arrows, Delete or Backspace take them away), and a search for more. */
import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup'
import { useTranslation } from 'react-i18next'
import { type CardField, termsOfField } from '../../../shared/documents/cardFields.ts'
import { ComboBox } from '../../design/ComboBox.tsx'
import { cx } from '../../design/classNames.ts'
import { Icon } from '../../design/Icon.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import styles from './CardTagsField.module.css'

export interface CardTagsFieldProps {
  label: string
  field: CardField
  ids: readonly string[]
  onChange: (id: string, isChosen: boolean) => void
}

export function CardTagsField({ label, field, ids, onChange }: CardTagsFieldProps) {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const [query, setQuery] = useState('')
  const terms = useMemo(
    () => new Map(termsOfField(field).map((term) => [term.id, term.label[language]])),
    [field, language],
  )
  const offered = [...terms].filter(([id]) => !ids.includes(id)).map(([id, words]) => ({ id, label: words }))
  return (
    <div className={styles.field}>
      <ComboBox
        label={label}
        placeholder={t('sheet.addTerm')}
        choices={offered}
        value={null}
        query={query}
        onQuery={setQuery}
        onChange={(id) => {
          // A choice goes to the chips and the search begins anew.
          if (id !== null) onChange(id, true)
          setQuery('')
        }}
      />
      {ids.length > 0 && (
        <TagGroup
          aria-label={t('sheet.chosen', { list: label })}
          onRemove={(keys) => {
            for (const key of keys) onChange(String(key), false)
          }}
        >
          <TagList className={cx(styles.list)}>
            {ids.map((id) => (
              <Tag key={id} id={id} textValue={terms.get(id) ?? id} className={cx(styles.tag)}>
                {terms.get(id) ?? id}
                <Button slot="remove" className={cx(styles.remove)} aria-label={t('sheet.removeTerm')}>
                  <Icon name="close" size={12} />
                </Button>
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      )}
    </div>
  )
}
