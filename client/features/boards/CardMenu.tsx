/** The one menu of the board, at the card that it was opened from: where to move it, its category, the rest. */
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import type { Card, NamedSpot } from '../../../shared/documents/boardDocument.ts'
import { cx } from '../../design/classNames.ts'
import { Icon } from '../../design/Icon.tsx'
import { KindMark } from '../../design/KindMark.tsx'
import popover from '../../design/Popover.module.css'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { CardMenuKind } from './cardHandlers.ts'
import { categoriesOf, categoryLabel, columnTitle } from './columnWords.ts'

export interface OpenMenu {
  kind: CardMenuKind
  cardId: string
  anchor: HTMLElement
}

export interface CardMenuProps {
  menu: OpenMenu
  card: Card
  columns: readonly CardKind[]
  /** The only card of its column: there is nowhere to move it in there. */
  isAlone: boolean
  onClose: () => void
  onMove: (column: CardKind, spot: NamedSpot) => void
  onCategory: (category: string | null) => void
  /** Null where a card's text is not edited in place. */
  onEdit: (() => void) | null
  onDelete: () => void
}

export function CardMenu(props: CardMenuProps) {
  const { menu, card, onClose } = props
  const { t } = useTranslation('board')
  const title = card.title.trim() || t('untitled')
  const labels = { move: 'moveOf', category: 'categoryOf', more: 'actions' } as const
  return (
    <Popover
      className={cx(popover.popover)}
      triggerRef={{ current: menu.anchor }}
      isOpen
      placement="bottom end"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Menu
        className={cx(popover.list)}
        aria-label={t(labels[menu.kind], { title })}
        autoFocus="first"
        onClose={onClose}
      >
        {menu.kind === 'move' && <MoveItems {...props} />}
        {menu.kind === 'category' && <CategoryItems {...props} />}
        {menu.kind === 'more' && <MoreItems {...props} />}
      </Menu>
    </Popover>
  )
}

function MoveItems({ card, columns, isAlone, onMove }: CardMenuProps) {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  return columns.map((column) => {
    const isOwn = column === card.column
    if (isOwn && isAlone) return null
    const spots: readonly NamedSpot[] = isOwn ? ['top', 'up', 'down', 'bottom'] : ['top', 'bottom']
    return (
      <MenuSection key={column}>
        <Header className={popover.heading ?? ''}>
          <KindMark kind={column} isPlural />
        </Header>
        {spots.map((spot) => (
          <MenuItem
            key={spot}
            id={`${column} ${spot}`}
            className={cx(popover.item)}
            aria-label={`${columnTitle(column, language)}: ${t(`spot.${spot}`)}`}
            textValue={t(`spot.${spot}`)}
            onAction={() => onMove(column, spot)}
          >
            {t(`spot.${spot}`)}
          </MenuItem>
        ))}
      </MenuSection>
    )
  })
}

/** No category has an id of its own in a menu. */
const none = 'none'

function CategoryItems({ card, onCategory }: CardMenuProps) {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const offered = categoriesOf(card.column).map((term) => ({ id: term.id, label: term.label[language] }))
  const isForeign = card.category !== null && !offered.some(({ id }) => id === card.category)
  // The category of a former column stays to be seen, and can be given up.
  const kept = isForeign && card.category ? [{ id: card.category, label: categoryLabel(card.category, language) }] : []
  const choices = [{ id: none, label: t('noCategory') }, ...kept, ...offered]
  return (
    <MenuSection
      aria-label={t('category')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[card.category ?? none]}
      onSelectionChange={(keys) => {
        const [chosen] = keys === 'all' ? [] : keys
        if (chosen !== undefined) onCategory(chosen === none ? null : String(chosen))
      }}
    >
      {choices.map(({ id, label }) => (
        <MenuItem key={id} id={id} textValue={label} className={cx(popover.item)}>
          {({ isSelected }) => (
            <>
              <span className={popover.check}>{isSelected && <Icon name="check" />}</span>
              {label}
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  )
}

function MoreItems({ onEdit, onDelete }: CardMenuProps) {
  const { t } = useTranslation('board')
  return (
    <>
      {onEdit && (
        <MenuItem id="edit" className={cx(popover.item)} onAction={onEdit}>
          {t('edit')}
        </MenuItem>
      )}
      <MenuItem id="delete" className={cx(popover.item, popover.danger)} onAction={onDelete}>
        {t('delete')}
      </MenuItem>
    </>
  )
}
