/** The agenda of the meeting: for all what is now and next; for moderators also its editing and the step onwards. */
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '../../../shared/contracts/events.ts'
import { Button } from '../../design/Button.tsx'
import { Deferred } from '../../design/Deferred.tsx'
import { Notice } from '../../design/Notice.tsx'
import { SideSection } from '../../design/SideSection.tsx'
import { formatDay } from '../../i18n/dates.ts'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useCommand } from '../../session/useCommand.ts'
import { useMeeting, useVerdict } from '../../session/useMeeting.ts'
import styles from './AgendaPanel.module.css'
import { AgendaRowItem } from './AgendaRowItem.tsx'
import {
  type AgendaItemInput,
  agendaDays,
  daysInSight,
  inputsOf,
  movedItem,
  rowsInSight,
  withItem,
  withoutItem,
} from './agendaRows.ts'
import { NextItemButton } from './NextItemButton.tsx'

/** Only who edits the agenda loads its fields. */
const AgendaItemDialog = lazy(async () => ({ default: (await import('./AgendaItemDialog.tsx')).AgendaItemDialog }))

export function AgendaPanel({ session }: { session: MeetingSession }) {
  const { t } = useTranslation('agenda')
  const sayProblem = useProblemWords()
  const [language] = useLanguage()
  const meeting = useMeeting(session, (snapshot) => snapshot.meeting)
  const content = useMeeting(session, (snapshot) => snapshot.content)
  const canEdit = useVerdict(session, 'agenda.set') === 'allowed'
  const [isWhole, setIsWhole] = useState(false)
  const [edited, setEdited] = useState<AgendaItem | 'new' | null>(null)
  const { run, problem } = useCommand(session)
  if (!meeting) return null

  const inputs = inputsOf(meeting.agenda, content)
  const save = (items: AgendaItemInput[]) => void run({ type: 'agenda.set', items })
  const count = meeting.agenda.length
  const all = agendaDays(meeting)
  const days = isWhole || count <= rowsInSight + 1 ? all : daysInSight(all)

  return (
    <SideSection title={t('title')}>
      {days.length === 0 && <p className={styles.empty}>{t(canEdit ? 'emptyForModerators' : 'empty')}</p>}
      <div className={styles.days}>
        {days.map(({ day, rows }) => (
          <div key={day ?? ''}>
            {day !== null && <h3 className={styles.day}>{formatDay(day, language)}</h3>}
            <ol>
              {rows.map((row) => (
                <AgendaRowItem
                  key={row.item.itemId}
                  row={row}
                  session={session}
                  title={content[row.item.titleId]?.text ?? '—'}
                  canEdit={canEdit}
                  onEdit={() => setEdited(row.item)}
                  onMove={(by) => save(movedItem(inputs, row.item.itemId, by))}
                  onRemove={() => save(withoutItem(inputs, row.item.itemId))}
                  onGoTo={() => void run({ type: 'agenda.advance', itemId: row.item.itemId })}
                />
              ))}
            </ol>
          </div>
        ))}
      </div>
      {count > rowsInSight + 1 && (
        <Button
          size="small"
          variant="quiet"
          icon={isWhole ? 'up' : 'down'}
          aria-expanded={isWhole}
          onPress={() => setIsWhole(!isWhole)}
        >
          {isWhole ? t('lessAgenda') : t('wholeAgenda', { count })}
        </Button>
      )}
      {problem && <Notice tone="danger">{sayProblem(problem)}</Notice>}
      {canEdit && <NextItemButton session={session} />}
      {canEdit && (
        <Button size="small" variant="quiet" icon="plus" onPress={() => setEdited('new')}>
          {t('add')}
        </Button>
      )}
      {edited && (
        <Deferred>
          <AgendaItemDialog
            session={session}
            item={edited === 'new' ? null : edited}
            onClose={() => setEdited(null)}
            itemsWith={(input) => withItem(inputs, input)}
          />
        </Deferred>
      )}
    </SideSection>
  )
}
