/** A text that a newer version of this program wrote in: readable, and safe because nothing is bound to it. */
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { type Block, readRichText } from '../../../shared/documents/richText.ts'
import { Notice } from '../../design/Notice.tsx'
import { useObserved } from '../../session/observed.ts'
import styles from './RichText.module.css'

export function UnknownText({ fragment }: { fragment: Y.XmlFragment }) {
  const { t } = useTranslation('case')
  const blocks = useObserved(fragment, () => readRichText(fragment))
  return (
    <div className={styles.field}>
      <Notice tone="warning">{t('unknownText')}</Notice>
      <div className={styles.text}>
        {linesOf(blocks).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity and are drawn anew as they are.
          <p key={index}>{line}</p>
        ))}
      </div>
    </div>
  )
}

function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'list':
        return block.items.flatMap(linesOf)
      case 'table':
        return block.rows.map((row) => row.map((cell) => linesOf(cell.blocks).join(' ')).join(' · '))
      default:
        return [block.runs.map(({ text }) => text).join('')]
    }
  })
}
