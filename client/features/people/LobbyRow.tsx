/** One person at the door: let in, or turned away after a second question. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../shared/contracts/ids.ts'
import { Avatar } from '../../design/Avatar.tsx'
import { Button } from '../../design/Button.tsx'
import { ConfirmDialog } from '../../design/ConfirmDialog.tsx'
import type { CommandRunner } from '../../session/useCommand.ts'
import styles from './PeoplePanel.module.css'

export interface LobbyRowProps {
  id: ParticipantId
  name: string
  details: string
  run: CommandRunner['run']
}

export function LobbyRow({ id, name, details, run }: LobbyRowProps) {
  const { t } = useTranslation('people')
  const [isTurningAway, setIsTurningAway] = useState(false)
  return (
    <li className={styles.waiting}>
      <Avatar person={{ id, name }} />
      <span className={styles.name}>
        {name}
        {details !== '' && <span className={styles.details}>{details}</span>}
      </span>
      <span className={styles.actions}>
        <Button
          size="small"
          variant="quiet"
          aria-label={t('turnAway', { name })}
          onPress={() => setIsTurningAway(true)}
        >
          {t('turnAwayNow')}
        </Button>
        <Button
          size="small"
          aria-label={t('admitName', { name })}
          onPress={() => void run({ type: 'participant.admit', participantId: id })}
        >
          {t('admit')}
        </Button>
      </span>
      <ConfirmDialog
        title={t('turnAwayTitle', { name })}
        action={t('turnAwayNow')}
        isOpen={isTurningAway}
        isDangerous
        onClose={() => setIsTurningAway(false)}
        onConfirm={() => void run({ type: 'participant.remove', participantId: id })}
      >
        <p>{t('turnAwayExplained')}</p>
      </ConfirmDialog>
    </li>
  )
}
