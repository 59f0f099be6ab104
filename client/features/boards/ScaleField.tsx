/** A judgement from 1 to 5, or none. */
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Text } from 'react-aria-components/Text'
import { useTranslation } from 'react-i18next'
import { scaleMax } from '../../../shared/documents/cardFields.ts'
import { cx } from '../../design/classNames.ts'
import field from '../../design/Field.module.css'
import styles from './ScaleField.module.css'

const none = 'none'
const steps = Array.from({ length: scaleMax }, (_, index) => String(index + 1))

export interface ScaleFieldProps {
  label: string
  value: number | null
  onChange: (value: number | null) => void
}

export function ScaleField({ label, value, onChange }: ScaleFieldProps) {
  const { t } = useTranslation('board')
  return (
    <RadioGroup
      className={cx(field.field)}
      orientation="horizontal"
      value={value === null ? none : String(value)}
      onChange={(chosen) => onChange(chosen === none ? null : Number(chosen))}
    >
      <Label className={field.label ?? ''}>{label}</Label>
      <div className={styles.steps}>
        {steps.map((step) => (
          <Radio key={step} value={step} className={cx(styles.step)}>
            {step}
          </Radio>
        ))}
        <Radio value={none} className={cx(styles.step, styles.none)}>
          {t('sheet.noChoice')}
        </Radio>
      </div>
      <Text slot="description" className={field.hint ?? ''}>
        {t('sheet.scale', { max: scaleMax })}
      </Text>
    </RadioGroup>
  )
}
