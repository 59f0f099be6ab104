/** Several of a few choices, all in sight. */
import { Checkbox, CheckboxGroup as RacCheckboxGroup } from 'react-aria-components/CheckboxGroup'
import styles from './CheckboxGroup.module.css'
import { cx } from './classNames.ts'
import field from './Field.module.css'
import { FieldFrame, type FieldWords } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import type { Choice } from './Option.tsx'

export interface CheckboxGroupProps extends FieldWords {
  choices: readonly Choice[]
  values: readonly string[]
  onChange: (ids: string[]) => void
}

export function CheckboxGroup({ choices, values, onChange, label, hint, error }: CheckboxGroupProps) {
  return (
    <RacCheckboxGroup
      className={cx(field.field)}
      value={[...values]}
      onChange={onChange}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldFrame label={label} hint={hint} error={error}>
        <div className={styles.choices}>
          {choices.map((choice) => (
            <Checkbox key={choice.id} value={choice.id} className={cx(styles.checkbox)}>
              <span className={styles.box}>
                <Icon name="check" size={14} />
              </span>
              {choice.label}
            </Checkbox>
          ))}
        </div>
      </FieldFrame>
    </RacCheckboxGroup>
  )
}
