/** The columns of a board as lists of lists, with what can be done to a card: menus, undo, focus and announcements. */
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import { type Card, cardsOf, readCards, type Spot } from '../../../shared/documents/boardDocument.ts'
import { Announcer } from '../../design/Announcer.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useObserved } from '../../session/observed.ts'
import styles from './Board.module.css'
import type { BoardActions } from './BoardActions.ts'
import { BoardColumn } from './BoardColumn.tsx'
import { CardMenu, type OpenMenu } from './CardMenu.tsx'
import type { CardHandlers } from './cardHandlers.ts'
import { cardsIn, keepUnchanged, neighbourOf } from './cardList.ts'
import { columnTitle } from './columnWords.ts'
import { DeletedNotice } from './DeletedNotice.tsx'
import { JumpLinks } from './JumpLinks.tsx'
import { useArrivalNews } from './useArrivalNews.ts'
import { useCardFocus } from './useCardFocus.ts'

export interface BoardProps {
  doc: Y.Doc
  columns: readonly CardKind[]
  canWrite: boolean
  actions: BoardActions
}

export function Board({ doc, columns, canWrite, actions }: BoardProps) {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const root = useRef<HTMLDivElement>(null)
  const cards = useObserved(cardsOf(doc), (previous: Card[] | null) => keepUnchanged(previous, readCards(doc)))
  const byColumn = useMemo(() => columns.map((column) => ({ column, cards: cardsIn(cards, column) })), [columns, cards])
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const [editingId, setEditingId] = useState<string | null>(null)
  const [deleted, setDeleted] = useState<Card | null>(null)
  const [done, setDone] = useState('')
  const focus = useCardFocus(root)
  const news = useArrivalNews(cards, actions)

  const handlers = useMemo<CardHandlers>(
    () => ({
      openMenu: (kind, cardId, anchor) => setMenu({ kind, cardId, anchor }),
      edit: setEditingId,
      endEdit: (cardId, { staysAtCard }) => {
        if (staysAtCard) focus.toCard(cardId, 'title')
        setEditingId((current) => (current === cardId ? null : current))
      },
    }),
    [focus],
  )

  function handleMove(cardId: string, column: CardKind, spot: Spot): void {
    focus.toCard(cardId, 'move')
    const { position, count } = actions.move(cardId, column, spot)
    setDone(t('moved', { column: columnTitle(column, language), position, count }))
  }

  function handleDelete(cardId: string): void {
    const card = cards.find(({ id }) => id === cardId)
    if (!card) return
    const neighbour = neighbourOf(cardsIn(cards, card.column), cardId)
    if (neighbour) focus.toCard(neighbour.id, 'title')
    else focus.toColumn(card.column)
    actions.remove(cardId)
    setDeleted(card)
  }

  function handleUndo(cardId: string): void {
    focus.toCard(cardId, 'title')
    actions.undoRemoval()
    setDeleted(null)
    setDone(t('restored'))
  }

  const menuCard = menu && cards.find((card) => card.id === menu.cardId)
  return (
    <div ref={root} className={styles.board}>
      <JumpLinks columns={byColumn} />
      <div className={styles.columns} data-columns={columns.length}>
        {byColumn.map(({ column, cards: own }) => (
          <BoardColumn
            key={column}
            column={column}
            cards={own}
            doc={doc}
            canWrite={canWrite}
            editingId={editingId}
            handlers={handlers}
            onAdd={(title) => {
              setDone(t('added', { column: columnTitle(column, language), position: own.length + 1 }))
              return actions.add(column, title)
            }}
          />
        ))}
      </div>
      {canWrite && menu && menuCard && (
        <CardMenu
          menu={menu}
          card={menuCard}
          columns={columns}
          isAlone={cards.every((card) => card.column !== menuCard.column || card === menuCard)}
          onClose={() => setMenu(null)}
          onMove={(column, spot) => handleMove(menuCard.id, column, spot)}
          onCategory={(category) => actions.setCategory(menuCard.id, category)}
          onEdit={() => setEditingId(menuCard.id)}
          onDelete={() => handleDelete(menuCard.id)}
        />
      )}
      {deleted !== null && (
        <DeletedNotice
          title={deleted.title.trim() || t('untitled')}
          canUndo={canWrite}
          onUndo={() => handleUndo(deleted.id)}
          onClose={() => setDeleted(null)}
        />
      )}
      <Announcer>{done}</Announcer>
      <Announcer>{news}</Announcer>
    </div>
  )
}
