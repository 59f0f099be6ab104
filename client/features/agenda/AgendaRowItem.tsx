/** One item of the agenda: its time, whether it is its turn, and what moderators can do with it. */
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { cx } from '../../design/classNames.ts'
import { MenuButton, type MenuGroup } from '../../design/Menu.tsx'
import { meetingPath } from '../../lib/paths.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import styles from './AgendaPanel.module.css'
import type { AgendaRow } from './agendaRows.ts'

export interface AgendaRowItemProps {
  row: AgendaRow
  title: string
  session: MeetingSession
  canEdit: boolean
  onEdit: () => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  onGoTo: () => void
}

export function AgendaRowItem(props: AgendaRowItemProps) {
  const { row, title, session, canEdit } = props
  const { t } = useTranslation('agenda')
  const { item, turn, time } = row
  const { caseId } = item
  return (
    <li className={cx(styles.row, styles[turn])} aria-current={turn === 'now' ? 'step' : undefined}>
      <span className={styles.time}>{time ?? ''}</span>
      <span className={styles.title}>
        {(turn === 'now' || turn === 'next') && <span className={styles.turn}>{t(turn)}</span>}
        {caseId === undefined ? (
          title
        ) : (
          <Link href={meetingPath(session.meetingId, session.seat, { kind: 'case', caseId })}>{title}</Link>
        )}
      </span>
      {canEdit && <ItemMenu {...props} />}
    </li>
  )
}

function ItemMenu({ row, title, onEdit, onMove, onRemove, onGoTo }: AgendaRowItemProps) {
  const { t } = useTranslation('agenda')
  const groups: MenuGroup[] = [
    {
      id: 'item',
      actions: [
        { id: 'goTo', label: t('goTo'), onAction: onGoTo, isDisabled: row.turn === 'now' },
        { id: 'edit', label: t('edit'), onAction: onEdit },
        { id: 'up', label: t('up'), onAction: () => onMove(-1) },
        { id: 'down', label: t('down'), onAction: () => onMove(1) },
        { id: 'remove', label: t('remove'), onAction: onRemove, isDangerous: true },
      ],
    },
  ]
  return (
    <MenuButton
      className={styles.more ?? ''}
      variant="quiet"
      size="small"
      icon="more"
      aria-label={t('actionsFor', { title })}
      groups={groups}
    />
  )
}
