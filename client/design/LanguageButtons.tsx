/** The four languages side by side: the first thing at the door. Switching keeps everything that was typed. */
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useTranslation } from 'react-i18next'
import { isLanguage } from '../i18n/i18n.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import { cx } from './classNames.ts'
import styles from './LanguageButtons.module.css'
import { languageChoices, languageTags } from './languageNames.ts'

export function LanguageButtons() {
  const { t } = useTranslation()
  const [language, choose] = useLanguage()
  return (
    <ToggleButtonGroup
      className={cx(styles.group)}
      aria-label={t('language')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[language]}
      onSelectionChange={(keys) => {
        const [chosen] = keys
        if (isLanguage(chosen)) choose(chosen)
      }}
    >
      {languageChoices.map(({ id, label }) => (
        <ToggleButton key={id} id={id} className={cx(styles.button)}>
          <span lang={languageTags[id]}>{label}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
