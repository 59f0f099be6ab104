/** The words of a deposit that waits, as the server reads them for whoever decides on it and for their writer. */
import { depositView } from '../../../shared/contracts/http.ts'
import type { DepositId, DocumentName, ParticipantId } from '../../../shared/contracts/ids.ts'
import { api } from '../../lib/api.ts'

/** Rejects as `api` does. */
export async function fetchDeposit(document: DocumentName, depositId: DepositId, seat: ParticipantId): Promise<string> {
  const path = `/api/documents/${document}/deposits/${encodeURIComponent(depositId)}`
  return (await api('GET', path, { answer: depositView, seat })).text
}
