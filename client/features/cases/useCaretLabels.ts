/** The labels at others' carets in the paper of one case; null until the effect that makes them has run. */
import { type RefObject, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentSession } from '../../session/DocumentSession.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { CaretLabels } from './caretLabels.ts'

export function useCaretLabels(
  document: DocumentSession,
  meetingSession: MeetingSession,
  root: RefObject<HTMLElement | null>,
): CaretLabels | null {
  const { i18n } = useTranslation()
  const nameOf = useCallback(
    (participantId: string) => meetingSession.nameOf(participantId) ?? i18n.t('common:someone'),
    [meetingSession, i18n],
  )
  const [carets, setCarets] = useState<CaretLabels | null>(null)
  useEffect(() => {
    const labels = new CaretLabels(document, () => root.current, nameOf)
    setCarets(labels)
    return () => {
      setCarets(null)
      labels.dispose()
    }
  }, [document, nameOf, root])
  return carets
}
