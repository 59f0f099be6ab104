/** Says why something that was started from a menu did not happen: a menu has no place of its own for it. */
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../shared/contracts/problems.ts'
import { useProblemWords } from '../i18n/problemWords.ts'
import { Button } from './Button.tsx'
import { Dialog, DialogActions } from './Dialog.tsx'

export function RefusalDialog({ problem, onClose }: { problem: Problem; onClose: () => void }) {
  const { t } = useTranslation()
  const sayProblem = useProblemWords()
  return (
    <Dialog title={t('didNotHappen')} isOpen onClose={onClose} role="alertdialog">
      <p>{sayProblem(problem)}</p>
      <DialogActions>
        <Button variant="primary" onPress={onClose} autoFocus>
          {t('understood')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
