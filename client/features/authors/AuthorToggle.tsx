/** Turns the layer of authors on and off; it is not offered where the meeting attributes nothing. */
import { useTranslation } from 'react-i18next'
import { ToggleButton } from '../../design/ToggleButton.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useHasAuthors } from '../../session/useAuthorLayer.ts'

export interface AuthorToggleProps {
  meetingSession: MeetingSession
  isOn: boolean
  onChange: (isOn: boolean) => void
}

export function AuthorToggle({ meetingSession, isOn, onChange }: AuthorToggleProps) {
  const { t } = useTranslation('authors')
  if (!useHasAuthors(meetingSession)) return null
  return (
    <ToggleButton icon="people" isSelected={isOn} onChange={onChange}>
      {t('toggle')}
    </ToggleButton>
  )
}
