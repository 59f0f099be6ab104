/** A TLP 2.0 label as its standard draws it: on black, in the label's colour, never translated. */
import type { Marking } from '../../shared/contracts/terms.ts'
import { cx } from './classNames.ts'
import styles from './Marks.module.css'

const colours: Record<Marking, string> = {
  'TLP:CLEAR': 'clear',
  'TLP:GREEN': 'green',
  'TLP:AMBER': 'amber',
  'TLP:AMBER+STRICT': 'amber',
  'TLP:RED': 'red',
}

export function TlpMark({ marking, isDense = false }: { marking: Marking; isDense?: boolean }) {
  return (
    <span className={cx(styles.tlp, styles[colours[marking]], isDense && styles.dense)} translate="no">
      {marking}
    </span>
  )
}
