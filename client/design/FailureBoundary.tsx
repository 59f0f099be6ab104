/** When a part of the page fails to draw or to load: says what is safe and offers to load it again. */
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'

interface Props {
  children: ReactNode
}

export class FailureBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    return this.state.hasFailed ? <Failure /> : this.props.children
  }
}

function Failure() {
  const { t } = useTranslation()
  return (
    <Notice tone="danger">
      <p>{t('pageFailed')}</p>
      <Button size="small" onPress={() => location.reload()}>
        {t('reload')}
      </Button>
    </Notice>
  )
}
