/** One of many choices, found by typing a part of its name without regard to case and accents. */

import { Button } from 'react-aria-components/Button'
import { ComboBox as RacComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { matchesSearch } from '../lib/textSearch.ts'
import { cx } from './classNames.ts'
import styles from './Field.module.css'
import { FieldFrame, type FieldWords } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import { type Choice, Option } from './Option.tsx'
import popover from './Popover.module.css'

export interface ComboBoxProps extends FieldWords {
  choices: readonly Choice[]
  value: string | null
  onChange: (id: string | null) => void
  isRequired?: boolean
  isDisabled?: boolean
  placeholder?: string
  className?: string
  /** What is typed, where the caller empties it: after a choice that goes elsewhere. */
  query?: string
  onQuery?: (query: string) => void
}

export function ComboBox(props: ComboBoxProps) {
  const { choices, value, onChange, label, hint, error, isRequired, isDisabled, placeholder, className } = props
  const { query, onQuery } = props
  const { isLabelHidden } = props
  const { t } = useTranslation()
  return (
    <RacComboBox
      className={cx(styles.field, className)}
      defaultItems={choices}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      defaultFilter={matchesSearch}
      menuTrigger="input"
      allowsEmptyCollection
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...(query !== undefined ? { inputValue: query } : {})}
      {...(onQuery !== undefined ? { onInputChange: onQuery } : {})}
      {...(isRequired !== undefined ? { isRequired } : {})}
      {...(isDisabled !== undefined ? { isDisabled } : {})}
    >
      <FieldFrame label={label} isLabelHidden={isLabelHidden} hint={hint} error={error}>
        <div className={styles.combo}>
          <Input className={cx(styles.input)} {...(placeholder !== undefined ? { placeholder } : {})} />
          <Button className={cx(styles.open)}>
            <Icon name="down" />
          </Button>
        </div>
      </FieldFrame>
      <Popover className={cx(popover.popover)}>
        <ListBox<Choice>
          className={cx(popover.list)}
          renderEmptyState={() => <p className={popover.empty}>{t('nothingFound')}</p>}
        >
          {(choice) => <Option choice={choice} />}
        </ListBox>
      </Popover>
    </RacComboBox>
  )
}
