/** The rows of the table that are drawn, each with its place among all of them, and the gaps that stand for the others. */
import { Fragment, memo, useRef } from 'react'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { CardRow, type CardRowProps } from './CardRow.tsx'
import { type CardMarks, shownMarking } from './cardMarks.ts'
import { useRowWindow } from './useRowWindow.ts'

export interface CardRowsProps extends Pick<CardRowProps, 'caseTitles' | 'canWrite' | 'handlers'> {
  cards: readonly Card[]
  marks: CardMarks
  /** The card that the focus is about to go to. */
  wantedId: string | null
}

/** The row with the titles of the columns is the first one. */
const headRows = 1

export function CardRows({ cards, marks, wantedId, ...row }: CardRowsProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const ids = cards.map(({ id }) => id)
  const { rows, gapAfterPx, measure, hold } = useRowWindow({ ids, body, wantedId })
  return (
    <tbody
      ref={body}
      onFocus={({ target }) => {
        const cardId = target.closest<HTMLElement>('[data-card]')?.dataset.card
        if (cardId !== undefined) hold(cardId)
      }}
    >
      {rows.map(({ index, gapBeforePx }) => {
        const card = cards[index]
        if (!card) return null
        return (
          <Fragment key={card.id}>
            <Gap heightPx={gapBeforePx} />
            <ListedRow
              {...row}
              card={card}
              marking={shownMarking(marks, card.id)}
              index={index}
              position={index + headRows + 1}
              measure={measure}
            />
          </Fragment>
        )
      })}
      <Gap heightPx={gapAfterPx} />
    </tbody>
  )
}

const ListedRow = memo(CardRow)

function Gap({ heightPx }: { heightPx: number }) {
  if (heightPx <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus; it must not be read as a row.
    <tr aria-hidden="true">
      <td style={{ height: heightPx, padding: 0, border: 0 }} />
    </tr>
  )
}
