/** What the report would hold as it is wished for, asked of the server whenever the wishes change. */
import { useEffect, useState } from 'react'
import { type ExportPreview, exportPreview } from '../../../shared/contracts/report.ts'
import { api } from '../../lib/api.ts'

export interface PreviewState {
  /** The last answer: it stays while the next is on its way, so that nothing jumps. */
  preview: ExportPreview | null
  isPending: boolean
  error: unknown
}

/** `query` is null while there is nothing to ask for. */
export function usePreview(meetingId: string, seat: string, query: string | null): PreviewState {
  const [state, setState] = useState<PreviewState>({ preview: null, isPending: true, error: null })
  useEffect(() => {
    if (query === null) return
    let isCurrent = true
    setState((before) => ({ ...before, isPending: true, error: null }))
    const path = `/api/meetings/${encodeURIComponent(meetingId)}/exports/preview?${query}`
    api('GET', path, { answer: exportPreview, seat }).then(
      (preview) => isCurrent && setState({ preview, isPending: false, error: null }),
      (error: unknown) => isCurrent && setState((before) => ({ ...before, isPending: false, error })),
    )
    return () => {
      isCurrent = false
    }
  }, [meetingId, seat, query])
  return state
}
