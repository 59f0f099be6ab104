/** A board with what can be done to its cards: opening, moving, filtering, undo; where the focus goes, what is said. */
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import { type Card, cardOf, cardsOf, readCards, type Spot } from '../../../shared/documents/boardDocument.ts'
import { Announcer } from '../../design/Announcer.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useObserved } from '../../session/observed.ts'
import styles from './Board.module.css'
import type { BoardActions } from './BoardActions.ts'
import { type BoardLayout, BoardToolbar } from './BoardToolbar.tsx'
import { CardMenu, type OpenMenu } from './CardMenu.tsx'
import { CardSheet } from './CardSheet.tsx'
import { CardTable } from './CardTable.tsx'
import { Columns } from './Columns.tsx'
import type { CardHandlers, CardPart } from './cardHandlers.ts'
import { cardsIn, keepUnchanged, neighbourOf } from './cardList.ts'
import type { BoardPlace } from './cardMarks.ts'
import { columnTitle } from './columnWords.ts'
import { DeletedNotice } from './DeletedNotice.tsx'
import type { DropTarget } from './dropTarget.ts'
import { KeptNotice } from './KeptNotice.tsx'
import { useArrivalNews } from './useArrivalNews.ts'
import { useCardFilter } from './useCardFilter.ts'
import { useCardFocus } from './useCardFocus.ts'
import type { CaseLinks } from './useCaseLinks.ts'
import { useKeyboardDrag } from './useKeyboardDrag.ts'
import { useOpenCard } from './useOpenCard.ts'
import { useUndo } from './useUndo.ts'

export interface BoardProps {
  doc: Y.Doc
  title: string
  place: BoardPlace
  cases: CaseLinks
  canWrite: boolean
  actions: BoardActions
}

export function Board({ doc, title, place, cases, canWrite, actions }: BoardProps) {
  const { columns, cardMarks } = place.entry
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const root = useRef<HTMLDivElement>(null)
  const cards = useObserved(cardsOf(doc), (previous: readonly Card[] | null) => keepUnchanged(previous, readCards(doc)))
  const totals = useMemo(() => new Map(columns.map((kind) => [kind, cardsIn(cards, kind).length])), [columns, cards])
  const filtered = useCardFilter(doc, cards)
  const shown = useMemo(
    () => columns.map((column) => ({ column, cards: cardsIn(filtered.shown, column) })),
    [columns, filtered.shown],
  )
  const [layout, setLayout] = useState<BoardLayout>('columns')
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const [editingId, setEditingId] = useState<string | null>(null)
  const [deleted, setDeleted] = useState<Card | null>(null)
  const [isKept, setIsKept] = useState(false)
  const [done, setDone] = useState('')
  const focus = useCardFocus(root)
  const news = useArrivalNews(cards, actions)
  const openCard = useOpenCard()
  const keys = useKeyboardDrag({ columns: shown, onDrop: handleDrop, onSay: setDone })
  const undo = useUndo(actions, {
    isActive: canWrite,
    onSay: setDone,
    onDone: followUndone,
    onKept: () => setIsKept(true),
  })

  const { pin } = filtered
  const { open } = openCard
  const { pressKey, letGo } = keys
  const handlers = useMemo<CardHandlers>(
    () => ({
      openMenu: (kind, cardId, anchor) => setMenu({ kind, cardId, anchor }),
      open: (cardId) => {
        pin(cardId)
        open(cardId)
      },
      pressKey,
      letGo,
      endEdit: (cardId, { staysAtCard }) => {
        if (staysAtCard) focus.toCard(cardId, 'title')
        setEditingId((current) => (current === cardId ? null : current))
      },
    }),
    [focus, pin, open, pressKey, letGo],
  )

  function handleAdd(column: CardKind, words: string): string {
    setDone(t('added', { column: columnTitle(column, language), position: (totals.get(column) ?? 0) + 1 }))
    const cardId = actions.add(column, words, language)
    pin(cardId)
    return cardId
  }

  function handleMove(cardId: string, column: CardKind, spot: Spot, part: CardPart): void {
    pin(cardId)
    focus.toCard(cardId, part)
    const { position, count } = actions.move(cardId, column, spot)
    setDone(t('moved', { column: columnTitle(column, language), position, count }))
  }

  function handleDrop(cardId: string, { column, before }: DropTarget): void {
    handleMove(cardId, column, before === null ? 'bottom' : { before }, 'grip')
  }

  /** Who stands on a card goes with it; who is at a button or in a field stays there. */
  function followUndone(cardId: string): void {
    pin(cardId)
    const isOnCard = root.current?.contains(document.activeElement) && document.activeElement?.closest('[data-card]')
    if (!isOnCard) return
    const gone = cardOf(doc, cardId) === null ? cards.find((card) => card.id === cardId) : undefined
    if (gone) focus.toColumn(gone.column)
    else focus.toCard(cardId, 'title')
  }

  function handleDelete(card: Card): void {
    const neighbour = neighbourOf(cardsIn(filtered.shown, card.column), card.id)
    if (neighbour) focus.toCard(neighbour.id, 'title')
    else focus.toColumn(card.column)
    actions.remove(card.id)
    setDeleted(card)
  }

  function handleRestore(cardId: string): void {
    pin(cardId)
    focus.toCard(cardId, 'title')
    actions.undo()
    setDone(t('restored'))
  }

  function handleClose(): void {
    if (openCard.cardId !== null) focus.toCard(openCard.cardId, 'title')
    openCard.close()
  }

  const menuCard = menu && cards.find((card) => card.id === menu.cardId)
  const caseTitles = cases.titles
  return (
    <div ref={root} className={styles.board} data-board="">
      <BoardToolbar
        cards={cards}
        filtered={filtered}
        caseTitles={caseTitles}
        layout={layout}
        onLayout={setLayout}
        undo={canWrite ? undo : null}
      />
      {layout === 'list' ? (
        <CardTable
          label={title}
          columns={shown}
          marks={cardMarks}
          caseTitles={caseTitles}
          canWrite={canWrite}
          wantedId={focus.wantedId()}
          handlers={handlers}
          onAdd={handleAdd}
        />
      ) : (
        <Columns
          root={root}
          columns={shown}
          totals={totals}
          doc={doc}
          history={actions}
          marks={cardMarks}
          caseTitles={caseTitles}
          canWrite={canWrite}
          editingId={editingId}
          liftedId={keys.liftedId}
          target={keys.target}
          handlers={handlers}
          onDrop={handleDrop}
          onAdd={handleAdd}
        />
      )}
      {canWrite && menu && menuCard && (
        <CardMenu
          menu={menu}
          card={menuCard}
          columns={columns}
          isAlone={totals.get(menuCard.column) === 1}
          onClose={() => setMenu(null)}
          onMove={(column, spot) => handleMove(menuCard.id, column, spot, 'move')}
          onCategory={(category) => {
            pin(menuCard.id)
            actions.setCategory(menuCard.id, category)
          }}
          onEdit={layout === 'list' ? null : () => setEditingId(menuCard.id)}
          onDelete={() => handleDelete(menuCard)}
        />
      )}
      {openCard.cardId !== null && (
        <CardSheet
          key={openCard.cardId}
          doc={doc}
          card={cards.find((card) => card.id === openCard.cardId) ?? null}
          place={place}
          cases={cases}
          canWrite={canWrite}
          actions={actions}
          onClose={handleClose}
        />
      )}
      {deleted !== null && undo.removedId === deleted.id && (
        <DeletedNotice
          title={deleted.title.trim() || t('untitled')}
          canUndo={canWrite}
          onUndo={() => handleRestore(deleted.id)}
          onClose={() => setDeleted(null)}
        />
      )}
      {isKept && <KeptNotice onClose={() => setIsKept(false)} />}
      <Announcer>{done}</Announcer>
      <Announcer>{news}</Announcer>
    </div>
  )
}
