/** The chosen terms as chips; where they can be taken away, also by keyboard: arrows to one, Delete or Backspace. */
import { Button } from 'react-aria-components/Button'
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup'
import { useTranslation } from 'react-i18next'
import { labelOf } from '../../../shared/vocabulary/vocabulary.ts'
import { cx } from '../../design/classNames.ts'
import { Icon } from '../../design/Icon.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import styles from './Tags.module.css'

export interface ChosenTagsProps {
  ids: readonly string[]
  list: string
  label: string
  onRemove: ((id: string) => void) | null
}

export function ChosenTags({ ids, list, label, onRemove }: ChosenTagsProps) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  return (
    <TagGroup
      aria-label={t('tags.chosen', { list: label })}
      className={cx(styles.chosen)}
      {...(onRemove
        ? {
            onRemove: (keys) => {
              for (const key of keys) onRemove(String(key))
            },
          }
        : {})}
    >
      <TagList className={cx(styles.tagList)}>
        {ids.map((id) => {
          const words = labelOf(list, id, language)
          return (
            <Tag key={id} id={id} textValue={words} className={cx(styles.tag)}>
              {words}
              {onRemove && (
                <Button slot="remove" className={cx(styles.removeTag)} aria-label={t('tags.remove')}>
                  <Icon name="close" size={12} />
                </Button>
              )}
            </Tag>
          )
        })}
      </TagList>
    </TagGroup>
  )
}
