import { describe, expect, it } from 'vitest'
import { agendaItemInput } from '../../../shared/contracts/commands.ts'
import type { AgendaItem } from '../../../shared/contracts/events.ts'
import type { AgendaItemId } from '../../../shared/contracts/ids.ts'
import { initialState } from '../../../shared/proceedings/state.ts'
import { nowAndNext } from '../../session/agendaTurns.ts'
import { agendaDays, daysInSight, inputsOf, movedItem, withItem, withoutItem } from './agendaRows.ts'

const item = (itemId: string, startsAt?: string) =>
  ({ itemId, kind: 'session', titleId: `t-${itemId}`, ...(startsAt ? { startsAt } : {}) }) as unknown as AgendaItem

const agenda = [item('a', '2021-12-13T09:00'), item('b', '2021-12-13T10:30'), item('c'), item('d', '2021-12-14T09:00')]
const meeting = { ...initialState.meeting, agenda, currentItemId: 'b' as AgendaItemId }
const content = Object.fromEntries(agenda.map(({ titleId, itemId }) => [titleId, { text: itemId.toUpperCase() }]))

describe('the agenda in the room', () => {
  it('stands under its days, with what has no time under the day before it', () => {
    const days = agendaDays(meeting).map(({ day, rows }) => [day, rows.map((row) => row.item.itemId)])
    expect(days).toEqual([
      ['2021-12-13', ['a', 'b', 'c']],
      ['2021-12-14', ['d']],
    ])
  })

  it('tells what is done, now, next and later', () => {
    expect(agendaDays(meeting).flatMap(({ rows }) => rows.map((row) => row.turn))).toEqual([
      'done',
      'now',
      'next',
      'later',
    ])
  })

  it('is shortened to what is on and what follows', () => {
    const long = Array.from({ length: 12 }, (_, index) => item(`i${index}`, `2021-12-${index < 6 ? 13 : 14}T09:00`))
    const inSight = (currentItemId: string | null) =>
      daysInSight(agendaDays({ ...meeting, agenda: long, currentItemId: currentItemId as AgendaItemId })).map(
        ({ day, rows }) => [day, ...rows.map((row) => row.item.itemId)],
      )
    expect(inSight(null)).toEqual([['2021-12-13', 'i0', 'i1', 'i2', 'i3']])
    expect(inSight('i4')).toEqual([
      ['2021-12-13', 'i4', 'i5'],
      ['2021-12-14', 'i6', 'i7'],
    ])
    expect(inSight('i11')).toEqual([['2021-12-14', 'i11']])
  })

  it('has its first item next before the meeting begins, and none after the last', () => {
    expect(nowAndNext({ ...meeting, currentItemId: null })).toEqual({ now: null, next: agenda[0] })
    expect(nowAndNext({ ...meeting, currentItemId: 'd' as AgendaItemId })).toEqual({ now: agenda[3], next: null })
  })
})

describe('an edit of the agenda', () => {
  const inputs = inputsOf(agenda, content)
  const ids = (items: readonly { itemId?: string | undefined }[]) => items.map((one) => one.itemId ?? 'new')

  it('sends every item with its id and its title, as the command accepts it', () => {
    expect(inputs.map((input) => agendaItemInput.parse(input).title)).toEqual(['A', 'B', 'C', 'D'])
  })

  it('puts a new item at its time, or at the end', () => {
    const lunch = { kind: 'break', title: 'Lunch', startsAt: '2021-12-13T12:00' } as const
    expect(ids(withItem(inputs, lunch))).toEqual(['a', 'b', 'c', 'new', 'd'])
    expect(ids(withItem(inputs, { kind: 'break', title: 'Some day' }))).toEqual(['a', 'b', 'c', 'd', 'new'])
  })

  it('changes an item in its place', () => {
    const [first] = inputs
    if (!first) throw new Error('the agenda has a first item')
    expect(withItem(inputs, { ...first, title: 'Opening' }).map(({ title }) => title)).toEqual([
      'Opening',
      'B',
      'C',
      'D',
    ])
  })

  it('moves an item past its neighbour, and not past the ends', () => {
    expect(ids(movedItem(inputs, 'b', -1))).toEqual(['b', 'a', 'c', 'd'])
    expect(ids(movedItem(inputs, 'b', 1))).toEqual(['a', 'c', 'b', 'd'])
    expect(ids(movedItem(inputs, 'd', 1))).toEqual(['a', 'b', 'c', 'd'])
  })

  it('takes an item away', () => {
    expect(ids(withoutItem(inputs, 'c'))).toEqual(['a', 'b', 'd'])
  })
})
