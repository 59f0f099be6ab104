/** The terms of a list with the chosen ones marked, under the titles of their groups where there are some. */
import { Collection } from 'react-aria-components/Collection'
import { Header } from 'react-aria-components/Header'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { useTranslation } from 'react-i18next'
import { otherWordsOf } from '../../../shared/vocabulary/vocabulary.ts'
import { cx } from '../../design/classNames.ts'
import { Icon } from '../../design/Icon.tsx'
import popover from '../../design/Popover.module.css'
import styles from './Tags.module.css'
import type { ChoiceGroup, TagChoice } from './tagChoices.ts'

export interface TagOptionsProps {
  label: string
  groups: readonly ChoiceGroup[]
  chosen: readonly string[]
  /** What was typed, as a term that no list has; null when there is none to offer. */
  own: string | null
  onChange: (id: string, isChosen: boolean) => void
}

export function TagOptions({ label, groups, chosen, own, onChange }: TagOptionsProps) {
  const { t } = useTranslation('case')
  return (
    <ListBox
      className={cx(popover.list, styles.options)}
      aria-label={label}
      selectionMode="multiple"
      // Escape closes the picker; it must not take all choices back.
      escapeKeyBehavior="none"
      selectedKeys={chosen}
      onSelectionChange={(keys) => {
        if (keys === 'all') return
        const now = new Set([...keys].map(String))
        for (const id of now) if (!chosen.includes(id)) onChange(id, true)
        for (const id of chosen) if (!now.has(id)) onChange(id, false)
      }}
      renderEmptyState={() => <p className={popover.empty}>{t('common:nothingFound')}</p>}
    >
      {groups.map((group) =>
        group.title === null ? (
          <Collection key={group.id} items={group.choices}>
            {(choice) => <TagOption choice={choice} />}
          </Collection>
        ) : (
          <ListBoxSection key={group.id} id={`group ${group.id}`}>
            <Header className={popover.heading ?? ''}>{group.title}</Header>
            <Collection items={group.choices}>{(choice) => <TagOption choice={choice} />}</Collection>
          </ListBoxSection>
        ),
      )}
      {own !== null && (
        <ListBoxItem key={own} id={own} textValue={otherWordsOf(own) ?? ''} className={cx(popover.item)}>
          <Icon name="plus" />
          {t('tags.own', { words: otherWordsOf(own) ?? '' })}
        </ListBoxItem>
      )}
    </ListBox>
  )
}

function TagOption({ choice }: { choice: TagChoice }) {
  return (
    <ListBoxItem id={choice.id} textValue={choice.foundBy} className={cx(popover.item)}>
      {({ isSelected }) => (
        <>
          <span className={popover.check}>{isSelected && <Icon name="check" />}</span>
          {choice.label}
        </>
      )}
    </ListBoxItem>
  )
}
