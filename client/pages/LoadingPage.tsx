/** While a page is on its way: says so in words, after which nothing jumps. */
import { useTranslation } from 'react-i18next'
import { SheetPage } from '../design/SheetPage.tsx'
import { StatusLine } from '../design/StatusLine.tsx'

export function LoadingPage() {
  const { t } = useTranslation()
  return (
    <SheetPage title={t('loading')}>
      <StatusLine icon="wait">{t('loadingHint')}</StatusLine>
    </SheetPage>
  )
}
