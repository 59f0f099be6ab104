/** The versions of a document: which there are, a name for the present moment, and opening one to read. */
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentName } from '../../../shared/contracts/ids.ts'
import { accessTo } from '../../../shared/proceedings/documents.ts'
import { Dialog } from '../../design/Dialog.tsx'
import { Notice } from '../../design/Notice.tsx'
import { StatusLine } from '../../design/StatusLine.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { roleOf } from '../../session/meetingSnapshot.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { KeepMomentForm } from './KeepMomentForm.tsx'
import { VersionList } from './VersionList.tsx'
import { listVersions, type OpenVersion, openVersion, type Version } from './versions.ts'

export interface HistoryDialogProps {
  document: DocumentName
  session: MeetingSession
  onOpen: (version: OpenVersion) => void
  onClose: () => void
}

export function HistoryDialog({ document, session, onOpen, onClose }: HistoryDialogProps) {
  const { t } = useTranslation('history')
  const { t: common } = useTranslation()
  const sayProblem = useProblemWords()
  const { seat } = session
  const [versions, setVersions] = useState<readonly Version[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const mayKeep = useMeeting(session, (snapshot) => {
    const { meeting } = snapshot
    return meeting !== null && accessTo(meeting, document, roleOf(snapshot, seat)) === 'write'
  })
  const load = useCallback(() => {
    listVersions(document, seat).then(setVersions, setError)
  }, [document, seat])
  useEffect(load, [load])

  async function handleOpen(version: Version): Promise<void> {
    setError(null)
    try {
      const opened = await openVersion(document, seat, version)
      onOpen(opened)
    } catch (thrown) {
      setError(thrown)
    }
  }

  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <p>{t('explained')}</p>
      {mayKeep && <KeepMomentForm document={document} seat={seat} onKept={load} />}
      {error !== null && <Notice tone="danger">{sayProblem(error)}</Notice>}
      {versions === null && error === null && <StatusLine icon="wait">{common('loading')}</StatusLine>}
      {versions?.length === 0 && <p>{t('none')}</p>}
      {versions !== null && versions.length > 0 && (
        <VersionList versions={versions} session={session} onOpen={handleOpen} />
      )}
    </Dialog>
  )
}
