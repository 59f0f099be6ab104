/** Where an organizer creates a meeting and enters it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { LanguageButtons } from '../design/LanguageButtons.tsx'
import { SheetPage } from '../design/SheetPage.tsx'
import { MeetingCreated } from '../features/organizer/MeetingCreated.tsx'
import { type CreatedMeeting, OrganizerForm } from '../features/organizer/OrganizerForm.tsx'
import { meetingPath } from '../lib/paths.ts'

export function OrganizePage() {
  const { t } = useTranslation('organizer')
  const [, navigate] = useLocation()
  const [created, setCreated] = useState<CreatedMeeting | null>(null)

  if (created) {
    return (
      <SheetPage title={t('created')} lead={created.title} isWide>
        <MeetingCreated
          created={created}
          onJoined={({ meeting, participant }) => navigate(meetingPath(meeting.id, participant.id), { replace: true })}
        />
      </SheetPage>
    )
  }
  return (
    <SheetPage title={t('title')} lead={t('lead')} isWide>
      <LanguageButtons />
      <OrganizerForm onCreated={setCreated} />
    </SheetPage>
  )
}
