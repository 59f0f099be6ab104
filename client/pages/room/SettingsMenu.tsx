/** The reader's own settings: the language, and light or dark. On a narrow window one menu holds both. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { languageChoices, languageNames, languageTags } from '../../design/languageNames.ts'
import { MenuButton, type MenuGroup } from '../../design/Menu.tsx'
import { useTheme } from '../../design/theme.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'

export function SettingsMenu({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useTranslation()
  const [language, chooseLanguage] = useLanguage()
  const [theme, chooseTheme] = useTheme()
  const other = theme === 'dark' ? 'light' : 'dark'
  const languages: MenuGroup = {
    id: 'language',
    ...(isNarrow ? { title: t('language') } : {}),
    actions: languageChoices.map(({ id, label }) => ({
      id,
      label,
      lang: languageTags[id],
      isCurrent: id === language,
      onAction: () => chooseLanguage(id),
    })),
  }
  if (isNarrow) {
    const themes: MenuGroup = {
      id: 'theme',
      title: t('theme'),
      actions: (['light', 'dark'] as const).map((id) => ({
        id,
        label: t(`themes.${id}`),
        isCurrent: id === theme,
        onAction: () => chooseTheme(id),
      })),
    }
    return <MenuButton variant="quiet" icon="more" aria-label={t('settings')} groups={[languages, themes]} />
  }
  return (
    <>
      <MenuButton
        variant="quiet"
        size="small"
        aria-label={t('languageIs', { language: languageNames[language] })}
        menuLabel={t('language')}
        groups={[languages]}
      >
        {languageNames[language]}
      </MenuButton>
      <Button
        variant="quiet"
        size="small"
        icon={other}
        aria-label={t(`switchTo.${other}`)}
        onPress={() => chooseTheme(other)}
      >
        {t(`themes.${other}`)}
      </Button>
    </>
  )
}
