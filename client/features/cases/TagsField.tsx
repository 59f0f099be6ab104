/**
 * Terms chosen from a list of the vocabulary: chips that can be taken away, and a search for more. The document holds
 * ids; words are looked up in the reader's language.
 */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { addTag, readTags, removeTag } from '../../../shared/documents/caseDocument.ts'
import { cx } from '../../design/classNames.ts'
import { useObserved } from '../../session/observed.ts'
import styles from './Case.module.css'
import { ChosenTags } from './ChosenTags.tsx'
import { TagSearch } from './TagSearch.tsx'

export interface TagsFieldProps {
  tags: Y.Map<number>
  /** The list of the vocabulary that the terms come from. */
  list: string
  label: string
  canWrite: boolean
}

export function TagsField({ tags, list, label, canWrite }: TagsFieldProps) {
  const { t } = useTranslation('case')
  const labelId = useId()
  const ids = useObserved(tags, () => readTags(tags))
  const remove = (id: string) => removeTag(tags, id)
  return (
    <fieldset className={styles.field}>
      <legend id={labelId} className={styles.label}>
        {label}
      </legend>
      <div className={cx(styles.tags, canWrite && styles.input)}>
        {ids.length > 0 && <ChosenTags ids={ids} list={list} label={label} onRemove={canWrite ? remove : null} />}
        {canWrite && <TagSearch list={list} chosen={ids} labelId={labelId} onChoose={(id) => addTag(tags, id)} />}
        {!canWrite && ids.length === 0 && <span className={styles.nothing}>{t('empty')}</span>}
      </div>
    </fieldset>
  )
}
