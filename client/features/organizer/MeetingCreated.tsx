/** After creation: the organizer's own link, which is shown only here, and the way into the meeting. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type JoinAnswer, joinAnswer } from '../../../shared/contracts/http.ts'
import { Button } from '../../design/Button.tsx'
import { CopyField } from '../../design/CopyField.tsx'
import { Notice } from '../../design/Notice.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { api } from '../../lib/api.ts'
import type { CreatedMeeting } from './OrganizerForm.tsx'

export interface MeetingCreatedProps {
  created: CreatedMeeting
  onJoined: (answer: JoinAnswer) => void
}

export function MeetingCreated({ created, onJoined }: MeetingCreatedProps) {
  const { t } = useTranslation('organizer')
  const sayProblem = useProblemWords()
  const [language] = useLanguage()
  const [failure, setFailure] = useState<unknown>(null)
  const [isPending, setIsPending] = useState(false)

  async function enter(): Promise<void> {
    setIsPending(true)
    setFailure(null)
    const { organizerToken: token } = created
    try {
      onJoined(await api('POST', '/api/join', { answer: joinAnswer, body: { token, language } }))
    } catch (error) {
      setFailure(error)
      setIsPending(false)
    }
  }

  return (
    <>
      <p>{t('linkExplained')}</p>
      <CopyField label={t('yourLink')} value={`${location.origin}/j#${created.organizerToken}`} autoFocus />
      {failure !== null && <Notice tone="danger">{sayProblem(failure)}</Notice>}
      <Button variant="primary" size="large" isDisabled={isPending} onPress={() => void enter()}>
        {t('enterMeeting')}
      </Button>
    </>
  )
}
