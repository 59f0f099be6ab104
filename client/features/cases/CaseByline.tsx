/** Whose a field's present content is, below it, where the layer of authors is on. */
import { useTranslation } from 'react-i18next'
import type { Origin } from '../../../shared/documents/origins.ts'
import { Byline } from '../../design/AuthorName.tsx'
import { useAuthorsOf } from '../../session/useAuthorLayer.ts'

export function CaseByline({ read }: { read: () => Iterable<Origin> }) {
  const { t } = useTranslation('authors')
  const authors = useAuthorsOf(read)
  return authors && <Byline label={t('written')} authors={authors} />
}
