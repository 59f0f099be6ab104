/** What an agenda item is: its kind, and for a case which one. */
import { useTranslation } from 'react-i18next'
import type { CaseId } from '../../../shared/contracts/ids.ts'
import { agendaItemKind, agendaItemKinds } from '../../../shared/contracts/terms.ts'
import { Select } from '../../design/Select.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import type { ItemDraft } from './itemDraft.ts'

export interface ItemFieldsProps {
  session: MeetingSession
  draft: ItemDraft
  change: (part: Partial<ItemDraft>) => void
}

export function ItemTopicFields({ session, draft, change }: ItemFieldsProps) {
  const { t } = useTranslation('agenda')
  const cases = useMeeting(session, (snapshot) => snapshot.meeting?.cases)
  const content = useMeeting(session, (snapshot) => snapshot.content)
  const caseChoices = Object.entries(cases ?? {}).map(([id, entry]) => ({
    id,
    label: content[entry.titleId]?.text ?? '—',
  }))
  return (
    <>
      <Select
        label={t('kind')}
        choices={agendaItemKinds.map((id) => ({ id, label: t(`kinds.${id}`) }))}
        value={draft.kind}
        onChange={(id) => change({ kind: agendaItemKind.parse(id) })}
      />
      {draft.kind === 'case' && caseChoices.length > 0 && (
        <Select
          label={t('case')}
          placeholder={t('noCase')}
          choices={caseChoices}
          value={draft.caseId}
          onChange={(id) => change({ caseId: id as CaseId })}
        />
      )}
    </>
  )
}
