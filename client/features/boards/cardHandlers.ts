/** What a card tells the board: one object that stays the same, so that cards are drawn again only when they change. */

export type CardMenuKind = 'move' | 'category' | 'more'

export interface CardHandlers {
  /** `anchor` is the button that the menu belongs to. */
  openMenu: (kind: CardMenuKind, cardId: string, anchor: HTMLElement) => void
  /** Shows all fields of the card. */
  open: (cardId: string) => void
  /** A key at the card's grip; gives whether it moved the card. */
  pressKey: (cardId: string, key: string) => boolean
  /** The focus left the grip. */
  letGo: (cardId: string) => void
  /** `staysAtCard`: the focus returns to the card; it has gone elsewhere by itself otherwise. */
  endEdit: (cardId: string, options: { staysAtCard: boolean }) => void
}

/** Marks what the focus can be sent to within a card: `[data-part]` inside `[data-card]`. */
export type CardPart = 'title' | 'move' | 'grip'
