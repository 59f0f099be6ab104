/** When an agenda item is: one of the meeting's days, a time, and how long. */
import { useTranslation } from 'react-i18next'
import { Select } from '../../design/Select.tsx'
import { TextField } from '../../design/TextField.tsx'
import { TimeField } from '../../design/TimeField.tsx'
import { daysBetween, formatDay } from '../../i18n/dates.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import styles from './AgendaItemDialog.module.css'
import type { ItemFieldsProps } from './ItemTopicFields.tsx'

export function ItemTimeFields({ session, draft, change }: ItemFieldsProps) {
  const { t } = useTranslation('agenda')
  const [language] = useLanguage()
  const meeting = useMeeting(session, (snapshot) => snapshot.meeting)
  const days = meeting ? daysBetween(meeting.startsOn, meeting.endsOn) : []
  const [firstDay = null] = days
  return (
    <div className={styles.row}>
      {days.length > 1 && (
        <Select
          className={styles.day ?? ''}
          label={t('day')}
          choices={days.map((day) => ({ id: day, label: formatDay(day, language) }))}
          value={draft.day ?? firstDay}
          onChange={(day) => change({ day })}
        />
      )}
      <TimeField
        label={t('time')}
        value={draft.time}
        onChange={(time) => change({ time, day: draft.day ?? firstDay })}
      />
      <TextField
        label={t('minutes')}
        value={draft.minutes}
        onChange={(minutes) => change({ minutes: minutes.replace(/\D/gu, '').slice(0, 4) })}
        inputMode="numeric"
      />
    </div>
  )
}
