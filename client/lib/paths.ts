/** The addresses of the pages. The seat stands in each of a meeting's, so that a reload sits down on the same one. */

/** What stands in the middle of the room. */
export type Surface = { kind: 'plenary' } | { kind: 'case'; caseId: string } | { kind: 'board'; boardId: string }

export function meetingPath(meetingId: string, seat: string, surface: Surface = { kind: 'plenary' }): string {
  const query = new URLSearchParams({ seat })
  return `/m/${encodeURIComponent(meetingId)}${surfacePath(surface)}?${query}`
}

/** In an address of a board: the card that is open on it. */
export const cardParameter = 'card'

export function cardPath(meetingId: string, seat: string, boardId: string, cardId: string): string {
  const query = new URLSearchParams({ [cardParameter]: cardId })
  const board = meetingPath(meetingId, seat, { kind: 'board', boardId })
  return `${board}&${query}`
}

function surfacePath(surface: Surface): string {
  switch (surface.kind) {
    case 'plenary':
      return ''
    case 'case':
      return `/case/${encodeURIComponent(surface.caseId)}`
    case 'board':
      return `/board/${encodeURIComponent(surface.boardId)}`
  }
}

export function isSameSurface(a: Surface, b: Surface): boolean {
  return surfacePath(a) === surfacePath(b)
}
