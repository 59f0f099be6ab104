/** An address that names nothing here. */
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { buttonClass } from '../design/Button.tsx'
import { SheetPage } from '../design/SheetPage.tsx'

export function UnknownPage() {
  const { t } = useTranslation()
  return (
    <SheetPage title={t('unknownPage')} lead={t('unknownPageHint')}>
      <Link href="/" className={buttonClass({ variant: 'primary', size: 'large' })}>
        {t('toDoor')}
      </Link>
    </SheetPage>
  )
}
