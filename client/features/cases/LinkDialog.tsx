/** Gives the selected passage a link, changes it or takes it away. */
import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Dialog, DialogActions } from '../../design/Dialog.tsx'
import { TextField } from '../../design/TextField.tsx'
import { webAddressOf } from '../../lib/webAddress.ts'
import styles from './Case.module.css'

/** The longest address that browsers and Word take alike. */
const addressChars = 2_000

export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTranslation('case')
  const present: unknown = editor.getAttributes('link').href
  const [typed, setTyped] = useState(typeof present === 'string' ? present : '')
  const [isRefused, setIsRefused] = useState(false)
  const link = () => {
    const href = webAddressOf(typed)
    if (href === null) return setIsRefused(true)
    editor.chain().extendMarkRange('link').setLink({ href }).run()
    onClose()
  }
  return (
    <Dialog title={t('link.title')} isOpen onClose={onClose}>
      <form
        className={styles.dialogForm}
        onSubmit={(event) => {
          event.preventDefault()
          link()
        }}
      >
        <TextField
          label={t('link.address')}
          hint={t('link.hint')}
          {...(isRefused ? { error: t('link.refused') } : {})}
          value={typed}
          onChange={(value) => {
            setTyped(value)
            setIsRefused(false)
          }}
          maxLength={addressChars}
          spellCheck="false"
          autoCapitalize="off"
          autoFocus
        />
        <DialogActions>
          {typeof present === 'string' && (
            <Button
              onPress={() => {
                editor.chain().extendMarkRange('link').unsetLink().run()
                onClose()
              }}
            >
              {t('link.remove')}
            </Button>
          )}
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="primary">
            {t('link.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
