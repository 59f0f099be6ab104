/** Where an organizer creates a meeting, or brings one in from another server, and enters it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Button } from '../design/Button.tsx'
import { LanguageButtons } from '../design/LanguageButtons.tsx'
import { SheetPage } from '../design/SheetPage.tsx'
import { ImportForm } from '../features/organizer/ImportForm.tsx'
import { MeetingCreated } from '../features/organizer/MeetingCreated.tsx'
import { type CreatedMeeting, OrganizerForm } from '../features/organizer/OrganizerForm.tsx'
import { meetingPath } from '../lib/paths.ts'

export function OrganizePage() {
  const { t } = useTranslation('organizer')
  const [, navigate] = useLocation()
  const [created, setCreated] = useState<CreatedMeeting | null>(null)
  const [isImporting, setIsImporting] = useState(false)

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
  if (isImporting) {
    return (
      <SheetPage title={t('import.title')} isWide>
        <LanguageButtons />
        <ImportForm onImported={setCreated} onBack={() => setIsImporting(false)} />
      </SheetPage>
    )
  }
  return (
    <SheetPage title={t('title')} lead={t('lead')} isWide>
      <LanguageButtons />
      <OrganizerForm onCreated={setCreated} />
      <Button variant="quiet" onPress={() => setIsImporting(true)}>
        {t('import.open')}
      </Button>
    </SheetPage>
  )
}
