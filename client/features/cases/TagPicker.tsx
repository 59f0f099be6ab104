/**
 * Chooses terms of a list: a button opens it with a search, which goes by parts of words without regard to case and
 * accents. It stays open for the next choice; what is chosen is marked and can be taken back there too.
 */
import { useMemo, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Button as RacButton } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Input } from 'react-aria-components/Input'
import { Popover } from 'react-aria-components/Popover'
import { SearchField } from 'react-aria-components/SearchField'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { cx } from '../../design/classNames.ts'
import { Icon } from '../../design/Icon.tsx'
import popover from '../../design/Popover.module.css'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { matchesSearch } from '../../lib/textSearch.ts'
import { TagOptions } from './TagOptions.tsx'
import styles from './Tags.module.css'
import { choicesOf, ownTerm } from './tagChoices.ts'

export interface TagPickerProps {
  list: string
  label: string
  chosen: readonly string[]
  onAdd: (id: string) => void
  onRemove: (id: string) => void
}

export function TagPicker({ list, label, chosen, onAdd, onRemove }: TagPickerProps) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const [query, setQuery] = useState('')
  const groups = useMemo(() => choicesOf(list, language), [list, language])
  return (
    <DialogTrigger onOpenChange={() => setQuery('')}>
      <RacButton className={cx(styles.add)} aria-label={`${t('tags.add')} ${label}`}>
        {t('tags.add')}
        <Icon name="down" />
      </RacButton>
      <Popover className={cx(popover.popover, styles.popover)} placement="bottom start">
        <Dialog className={cx(styles.dialog)} aria-label={label}>
          {({ close }) => (
            <Autocomplete filter={matchesSearch} inputValue={query} onInputChange={setQuery}>
              <div className={styles.head}>
                <SearchField className={cx(styles.search)} aria-label={t('tags.search', { list: label })} autoFocus>
                  <Input
                    className={cx(styles.searchInput)}
                    placeholder={t('tags.searchShort')}
                    role="combobox"
                    aria-expanded="true"
                  />
                </SearchField>
                <Button size="small" variant="quiet" onPress={close}>
                  {t('tags.done')}
                </Button>
              </div>
              <TagOptions
                label={label}
                own={ownTerm(list, query, groups, chosen)}
                groups={groups}
                chosen={chosen}
                onChange={(id, isChosen) => {
                  if (isChosen) onAdd(id)
                  else onRemove(id)
                  setQuery('')
                }}
              />
            </Autocomplete>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
