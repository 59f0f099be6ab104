/** Says in which language the selected passage is, where it is another than the text around it. */
import { type Editor, useEditorState } from '@tiptap/react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { languages } from '../../../shared/contracts/terms.ts'
import { cx } from '../../design/classNames.ts'
import { Icon } from '../../design/Icon.tsx'
import { languageNames } from '../../design/languageNames.ts'
import popover from '../../design/Popover.module.css'
import { languageOf, passageTypes } from './PassageLanguage.ts'
import styles from './RichText.module.css'

const sameAsText = 'same'

export function PassageLanguageMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation('case')
  const language = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      passageTypes.map((type) => languageOf(current.getAttributes(type).lang)).find((found) => found !== null) ?? null,
  })
  return (
    <MenuTrigger>
      <Button
        className={cx(styles.tool, language && styles.current)}
        onKeyDown={(event) => event.continuePropagation()}
      >
        {language ? t('toolbar.languageIs', { language: languageNames[language] }) : t('toolbar.language')}
        <Icon name="down" size={12} />
      </Button>
      <Popover className={cx(popover.popover)}>
        <Menu
          className={cx(popover.list)}
          selectionMode="single"
          selectedKeys={[language ?? sameAsText]}
          onAction={(key) => {
            editor.chain().focus().setPassageLanguage(languageOf(key)).run()
          }}
        >
          {languages.map((id) => (
            <MenuItem key={id} id={id} lang={id} className={cx(popover.item)}>
              {languageNames[id]}
            </MenuItem>
          ))}
          <MenuItem id={sameAsText} className={cx(popover.item)}>
            {t('toolbar.sameLanguage')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
