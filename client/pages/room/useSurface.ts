/** Which surface the address names. */
import { useRoute } from 'wouter'
import type { Surface } from '../../lib/paths.ts'

export function useSurface(): Surface {
  const [isCase, inCase] = useRoute('/m/:meetingId/case/:caseId')
  const [isBoard, onBoard] = useRoute('/m/:meetingId/board/:boardId')
  if (isCase) return { kind: 'case', caseId: inCase.caseId }
  if (isBoard) return { kind: 'board', boardId: onBoard.boardId }
  return { kind: 'plenary' }
}
