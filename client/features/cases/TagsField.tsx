/**
 * Terms chosen from a list of the vocabulary, as chips. The document holds ids; words are looked up in the reader's
 * language.
 */
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { addTag, readTags, removeTag } from '../../../shared/documents/caseDocument.ts'
import { originOfEntry } from '../../../shared/documents/origins.ts'
import { cx } from '../../design/classNames.ts'
import { useObserved } from '../../session/observed.ts'
import styles from './Case.module.css'
import { CaseByline } from './CaseByline.tsx'
import { ChosenTags } from './ChosenTags.tsx'
import { TagPicker } from './TagPicker.tsx'
import tagStyles from './Tags.module.css'

export interface TagsFieldProps {
  tags: Y.Map<number>
  /** The list of the vocabulary that the terms come from. */
  list: string
  label: string
  canWrite: boolean
}

export function TagsField({ tags, list, label, canWrite }: TagsFieldProps) {
  const { t } = useTranslation('case')
  const ids = useObserved(tags, () => readTags(tags))
  const add = (id: string) => addTag(tags, id)
  const remove = (id: string) => removeTag(tags, id)
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{label}</legend>
      <div className={cx(tagStyles.tags, canWrite && tagStyles.frame)}>
        {ids.length > 0 && <ChosenTags ids={ids} list={list} label={label} onRemove={canWrite ? remove : null} />}
        {canWrite && <TagPicker list={list} label={label} chosen={ids} onAdd={add} onRemove={remove} />}
        {!canWrite && ids.length === 0 && <span className={tagStyles.nothing}>{t('empty')}</span>}
      </div>
      <CaseByline read={() => ids.flatMap((id) => originOfEntry(tags, id) ?? [])} />
    </fieldset>
  )
}
