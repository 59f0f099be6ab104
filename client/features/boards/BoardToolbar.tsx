/** Above the columns: the search, the filter with what it leaves, undo and redo, and columns or list. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { Button } from '../../design/Button.tsx'
import { TextField } from '../../design/TextField.tsx'
import { conditionsOf, noFilter } from './cardFilter.ts'
import { FilterFields } from './FilterFields.tsx'
import { ToolButton } from './ToolButton.tsx'
import styles from './Toolbar.module.css'
import type { FilteredCards } from './useCardFilter.ts'
import type { CaseTitles } from './useCaseTitles.ts'
import type { Undo } from './useUndo.ts'

export type BoardLayout = 'columns' | 'list'

export interface BoardToolbarProps {
  cards: readonly Card[]
  filtered: FilteredCards
  caseTitles: CaseTitles
  layout: BoardLayout
  onLayout: (layout: BoardLayout) => void
  /** Null where the board can only be read. */
  undo: Undo | null
}

export function BoardToolbar({ cards, filtered, caseTitles, layout, onLayout, undo }: BoardToolbarProps) {
  const { t } = useTranslation('board')
  const [isOpen, setIsOpen] = useState(false)
  const { filter, setFilter, shown } = filtered
  const conditions = conditionsOf(filter)
  const shownWords = t('filter.shown', { shown: shown.length, count: cards.length })
  return (
    <section className={styles.toolbar} aria-label={t('tools')}>
      <div className={styles.line}>
        <TextField
          label={t('filter.text')}
          className={styles.search ?? ''}
          placeholder={t('filter.text')}
          value={filter.text}
          onChange={(text) => setFilter({ ...filter, text })}
        />
        <Button icon="filter" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          {conditions > 0 ? t('filter.openWith', { conditions }) : t('filter.open')}
        </Button>
        <span className={styles.end}>
          {undo && (
            <>
              <ToolButton icon="undo" label={t('undo')} isDisabled={!undo.canUndo} onPress={undo.undo} />
              <ToolButton icon="redo" label={t('redo')} isDisabled={!undo.canRedo} onPress={undo.redo} />
            </>
          )}
          <Button
            variant="quiet"
            icon={layout === 'list' ? 'board' : 'list'}
            onPress={() => onLayout(layout === 'list' ? 'columns' : 'list')}
          >
            {t(layout === 'list' ? 'showColumns' : 'showList')}
          </Button>
        </span>
      </div>
      {isOpen && <FilterFields cards={cards} filter={filter} caseTitles={caseTitles} onChange={setFilter} />}
      <div className={styles.result} data-shown={filtered.isFiltering || undefined}>
        <span role="status">{filtered.isFiltering && shownWords}</span>
        {filtered.isFiltering && (
          <Button size="small" variant="quiet" icon="close" onPress={() => setFilter(noFilter)}>
            {t('filter.clear')}
          </Button>
        )}
      </div>
    </section>
  )
}
