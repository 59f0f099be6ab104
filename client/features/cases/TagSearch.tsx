/**
 * Finds one more term of a list: by typing a part of it without regard to case and accents, or by opening the list.
 * It closes after each choice: with it open, Tab would choose again.
 */
import { useContext, useEffect, useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxSection } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { cx } from '../../design/classNames.ts'
import { Icon } from '../../design/Icon.tsx'
import { type Choice, Option } from '../../design/Option.tsx'
import popover from '../../design/Popover.module.css'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { matchesSearch } from '../../lib/textSearch.ts'
import styles from './Case.module.css'
import { choicesOf } from './tagChoices.ts'

export interface TagSearchProps {
  list: string
  /** Terms that are chosen already and not offered again. */
  chosen: readonly string[]
  labelId: string
  onChoose: (id: string) => void
}

export function TagSearch({ list, chosen, labelId, onChoose }: TagSearchProps) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const [query, setQuery] = useState('')
  const [choices, setChoices] = useState(0)
  const groups = useMemo(() => choicesOf(list, chosen, language), [list, chosen, language])
  return (
    <ComboBox
      className={cx(styles.search)}
      aria-labelledby={labelId}
      value={null}
      inputValue={query}
      onInputChange={setQuery}
      onChange={(key) => {
        if (key === null) return
        onChoose(String(key))
        setQuery('')
        setChoices((count) => count + 1)
      }}
      defaultFilter={matchesSearch}
      allowsEmptyCollection
    >
      <SearchInput choices={choices} placeholder={t('tags.add')} />
      <Button className={cx(styles.open)}>
        <Icon name="down" />
      </Button>
      <Popover className={cx(popover.popover, styles.popover)}>
        <ListBox
          className={cx(popover.list)}
          renderEmptyState={() => <p className={popover.empty}>{t('common:nothingFound')}</p>}
        >
          {groups.map((group) =>
            group.title === null ? (
              group.choices.map((choice: Choice) => <Option key={choice.id} choice={choice} />)
            ) : (
              <ListBoxSection key={group.id} id={`group ${group.id}`}>
                <Header className={popover.heading ?? ''}>{group.title}</Header>
                {group.choices.map((choice) => (
                  <Option key={choice.id} choice={choice} />
                ))}
              </ListBoxSection>
            ),
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function SearchInput({ choices, placeholder }: { choices: number; placeholder: string }) {
  const state = useContext(ComboBoxStateContext)
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each choice and at no other time.
  useEffect(() => {
    if (choices > 0) state?.close()
  }, [choices])
  return (
    <Input className={cx(styles.searchInput)} placeholder={placeholder} onClick={() => state?.open(null, 'manual')} />
  )
}
