import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useLateMessages } from '../../late/late-messages.ts'
import { Notice } from '../../notices/notice.tsx'
import { useDestinations } from '../../setting/panel-queries.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { Icon } from '../../controls/icons/icon.tsx'
import type { DestinationEntry } from './destination-entry.ts'
import type { DestinationGroup } from './destination-groups.ts'
import { stayBeside } from './stay-beside.ts'
import type { Favourites } from './use-favourites.ts'

export interface DestinationListProps {
  readonly listId: string
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly groups: readonly DestinationGroup[]
  /** The entries of all groups. */
  readonly options: readonly DestinationEntry[]
  readonly text: string
  readonly activeIndex: number
  readonly chosenKey: string
  readonly favourites: Favourites
  /** Only people and queues are offered. */
  readonly isOfConnects: boolean
  readonly onChoose: (entry: DestinationEntry) => void
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`

/** The rows of one screen, and some to scroll; more are drawn as the agent goes down. */
const rowsAtFirst = 40
const rowsMore = 100

/** The list below the field. The field keeps the focus. */
export function DestinationList(props: DestinationListProps) {
  const { listId, inputRef, groups, options, text, activeIndex, chosenKey, favourites, onChoose } = props
  const words = useLateMessages().destinations
  const popupRef = useRef<HTMLDivElement>(null)
  const listRef = useRef<HTMLDivElement>(null)
  const count = options.length
  const rows = useRows(text, activeIndex)

  useLayoutEffect(() => {
    const { current: popup } = popupRef
    const { current: field } = inputRef
    if (!popup || !field) return undefined
    // As a popover the list stands in front of the page. Otherwise elements around the panel might cut it off.
    if ('showPopover' in popup) popup.showPopover()
    const listening = new AbortController()
    // The field keeps the focus, so that the agent can go on typing.
    popup.addEventListener('mousedown', (event) => event.preventDefault(), listening)
    const stop = stayBeside(field, popup)
    return () => {
      listening.abort()
      stop()
    }
  }, [inputRef])

  useLayoutEffect(() => {
    const list = listRef.current
    const row = groups.length > 0 && activeIndex >= 0 && list?.querySelector('[aria-selected="true"]')
    if (list && row instanceof HTMLElement) showRow(list, row)
  }, [groups, activeIndex])

  return (
    <div ref={popupRef} popover="manual" className="tl-menu tl-found">
      {count > 0 && (
        // The field handles the keys.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          ref={listRef}
          id={listId}
          role="listbox"
          tabIndex={-1}
          aria-label={words.list}
          onClick={({ target }) => {
            const row = target instanceof Element && target.closest<HTMLElement>('[data-key]')
            const pressed = row && options.find(({ key }) => key === row.dataset['key'])
            if (!pressed) return
            if (target.closest('[data-star]')) favourites.toggle(pressed)
            else onChoose(pressed)
          }}
          onScroll={({ currentTarget }) => {
            const { scrollTop, clientHeight, scrollHeight } = currentTarget
            if (scrollTop + 2 * clientHeight > scrollHeight) rows.more()
          }}
        >
          <Groups
            {...{ listId, groups, activeIndex, chosenKey, favourites }}
            shown={rows.shown}
            count={count}
          />
        </div>
      )}
      {count > 0 && <Hint isSearch={text.trim() !== ''} isOfConnects={props.isOfConnects} />}
      <Said text={text} count={count} isOfConnects={props.isOfConnects} />
      <p className="tl-visually-hidden" role="status">
        {favourites.news}
      </p>
    </div>
  )
}

/** A hint to search: few agents scroll through a thousand destinations. */
function Hint({
  isSearch,
  isOfConnects,
}: Pick<DestinationListProps, 'isOfConnects'> & { isSearch: boolean }) {
  const words = useLateMessages().destinations
  const searchHint = isOfConnects ? words.searchHintOfConnects : words.searchHint
  return <p className="tl-hint">{isSearch ? words.favouriteHint : `${searchHint} ${words.favouriteHint}`}</p>
}

/** The number of rows to draw: up to the highlighted row, and as far as the agent has scrolled. */
function useRows(text: string, activeIndex: number) {
  const [drawn, setDrawn] = useState({ text, rows: rowsAtFirst })
  const rows = drawn.text === text ? drawn.rows : rowsAtFirst
  return {
    shown: Math.max(rows, activeIndex + rowsAtFirst),
    more: () => setDrawn({ text, rows: rows + rowsMore }),
  }
}

/** Scrolls the list, and not what is around it. */
function showRow(list: HTMLElement, row: HTMLElement): void {
  const { top, bottom } = list.getBoundingClientRect()
  const place = row.getBoundingClientRect()
  if (place.top < top) list.scrollTop -= top - place.top
  else if (place.bottom > bottom) list.scrollTop += place.bottom - bottom
}

interface GroupsProps extends Pick<
  DestinationListProps,
  'listId' | 'groups' | 'activeIndex' | 'chosenKey' | 'favourites'
> {
  readonly shown: number
  readonly count: number
}

function Groups({ listId, groups, activeIndex, chosenKey, favourites, shown, count }: GroupsProps) {
  const words = useLateMessages().destinations
  const starts = groups.map((_, at) =>
    groups.slice(0, at).reduce((sum, { entries }) => sum + entries.length, 0),
  )
  return groups.map(({ name, entries }, at) => {
    const start = starts[at] ?? 0
    if (start >= shown) return null
    const options = entries.slice(0, shown - start).map((entry, offset) => {
      const index = start + offset
      return (
        // A row cannot take the focus, even when a screen reader presses it: the list closes when the field loses the focus.
        <div
          key={entry.key}
          id={optionId(listId, index)}
          role="option"
          data-key={entry.key}
          aria-selected={index === activeIndex}
          aria-setsize={count}
          aria-posinset={index + 1}
          data-chosen={entry.key === chosenKey || undefined}
        >
          <span>
            <bdi>{entry.name}</bdi>
          </span>
          <EntryKind kind={entry.kind} isFavourite={favourites.keys.includes(entry.key)} />
        </div>
      )
    })
    if (name === 'found') return options
    const labelId = `${listId}-${name}`
    return (
      <div key={name} role="group" aria-labelledby={labelId}>
        <div id={labelId} role="presentation" className="tl-hint">
          {words.groups[name]}
        </div>
        {options}
      </div>
    )
  })
}

interface EntryKindProps extends Pick<DestinationEntry, 'kind'> {
  readonly isFavourite: boolean
}

/**
 * The end of a row. Only a pointer uses the star: the keyboard has a key for favourites, and a screen reader reads the word
 * "favourite".
 */
function EntryKind({ kind, isFavourite }: EntryKindProps) {
  const words = useLateMessages().destinations
  return (
    <>
      {/* The space separates it from the name for a screen reader. */}
      <span className="tl-hint">{` ${words.kinds[kind]}`}</span>
      {isFavourite && <span className="tl-visually-hidden">{`, ${words.favourite}`}</span>}
      <span className="tl-star" data-star={isFavourite ? 'on' : 'off'} aria-hidden="true">
        <Icon name="star" />
      </span>
    </>
  )
}

/** After this time without a key, a screen reader says what was found. */
const stillAfterMs = 700

interface SaidProps extends Pick<DestinationListProps, 'text' | 'isOfConnects'> {
  readonly count: number
}

/** Text for a screen reader: the list is loading, nothing was found, or how many entries were found. */
function Said({ text, count, isOfConnects }: SaidProps) {
  const { messages } = usePanelSetting()
  const words = useLateMessages().destinations
  const { data, isPending } = useDestinations().read
  const [said, setSaid] = useState('')
  const isSearch = text.trim() !== ''
  const noneFound = isOfConnects ? words.noneOfConnects : words.none
  const none = data && count === 0 && isSearch ? noneFound(text.trim()) : undefined
  const shown = isPending ? messages.fields.destinationsLoading : none
  const spoken = shown ?? (isSearch ? words.found(count) : '')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(spoken), stillAfterMs)
    return () => clearTimeout(timer)
  }, [spoken])
  return (
    <>
      {shown !== undefined && <p>{shown}</p>}
      {!isOfConnects && data?.unread?.includes('templates') && (
        <Notice tone="warning">{words.formsUnread}</Notice>
      )}
      <p className="tl-visually-hidden" role="status">
        {said}
      </p>
    </>
  )
}
