import { useId, useImperativeHandle, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useLateMessages } from '../../late/late-messages.ts'
import { use } from '../../setting/react-19.ts'
import { useDestinations } from '../../setting/panel-queries.ts'
import { destinationEntries, type DestinationEntry } from './destination-entry.ts'
import { destinationGroups, type DestinationGroup } from './destination-groups.ts'
import { DestinationList, optionId } from './destination-list.tsx'
import { ChoicesContext } from './choices-context.ts'
import { createDestinationSearch, entryNamed } from './destination-search.ts'
import { listAct } from './list-key.ts'
import type { SearchParts } from './search-field.tsx'
import type { SearchShown, SearchTyped } from './search-parts.ts'
import { useDestinationChoice, type DestinationChoice } from './use-destination-choice.ts'
import { useFavourites } from './use-favourites.ts'
import { useHighlight } from './use-highlight.ts'

export interface DestinationSearchBoxProps {
  readonly isLocked: boolean
  readonly parts: SearchParts
}

const nothing: readonly DestinationEntry[] = []

/** The search behind the field of the destination. */
export function DestinationSearchBox(props: DestinationSearchBoxProps) {
  const { data } = useDestinations().read
  const entries = useMemo(() => (data ? destinationEntries(data) : nothing), [data])
  return <SearchBox {...props} entries={entries} choice={useDestinationChoice(entries)} />
}

export interface SearchBoxProps extends DestinationSearchBoxProps {
  readonly entries: readonly DestinationEntry[]
  readonly choice: DestinationChoice
  /** The list has people and queues only. */
  readonly isOfConnects?: boolean
}

/** The list of destinations and its keys. */
export function SearchBox({ isLocked, parts, entries, choice, isOfConnects = false }: SearchBoxProps) {
  const { typed, onTyped, onShown, inputRef, hands } = parts
  const { data } = useDestinations().read
  const listId = useId()
  const text = typed.text ?? ''
  const favourites = useFavourites()
  const groups = useFound(entries, text, typed.isOpen)
  const options = useMemo(() => groups.flatMap((group) => group.entries), [groups])
  const isOpen = typed.isOpen && !isLocked
  const highlight = useHighlight(options, text, {
    isOpen,
    isLoaded: data !== undefined,
    chosenKey: choice.entryKey,
  })
  const { index } = highlight
  const hasRows = isOpen && options.length > 0
  const unknown = useUnknownWords(choice, isOpen ? '' : text, { isFound: options.length > 0, isOfConnects })
  const { name, kind, error: complaint } = useChosenWords(choice, isLocked, data && entries)
  const activeId = index === -1 ? undefined : optionId(listId, index)
  useLayoutEffect(
    () => onShown({ name, kind, unknown, error: complaint, listId: hasRows ? listId : undefined, activeId }),
    [onShown, name, kind, unknown, complaint, hasRows, listId, activeId],
  )

  const choose = ({ key }: DestinationEntry) => {
    choice.choose(key)
    onTyped({ isOpen: false })
  }
  const moveOrOpen = (step: number) => {
    if (!isOpen) onTyped({ ...typed, isOpen: true })
    // A list that opens highlights the chosen destination.
    if (options.length > 0 && (isOpen || !options.some(({ key }) => key === choice.entryKey)))
      highlight.move(step)
  }
  useImperativeHandle(hands, () => ({
    onKeyDown: (event) => {
      // While an input method composes a word, Enter and the arrow keys belong to it.
      if (event.nativeEvent.isComposing) return
      const act = listAct(event, { isOpen, isTyping: typed.text !== undefined })
      if (act === undefined) return
      const row = options[index]
      if (act !== 'go-on') event.preventDefault()
      if (typeof act === 'number') moveOrOpen(act)
      else if (act === 'open') onTyped({ ...typed, isOpen: true })
      else if (act === 'close') onTyped({ ...typed, isOpen: false })
      else if (act === 'take-back') onTyped({ isOpen: false })
      else if (act === 'favourite' && row) favourites.toggle(row)
      else if (act === 'choose' && row && highlight.isSeen()) choose(row)
      else if (act === 'go-on' && row && highlight.isByHand) choose(row)
    },
    leave: () => {
      // The agent has gone to another window: keep the letters for when they come back.
      if (!document.hasFocus()) {
        onTyped({ ...typed, isOpen: false })
        return
      }
      const key = keyAtLeaving(typed, entries, choice)
      choice.choose(key)
      choice.touch()
      // Letters that are no destination stay, so that the agent can correct them.
      onTyped({ isOpen: false, ...(key === '' && text.trim() !== '' ? { text } : {}) })
    },
  }))
  return (
    <>
      {isOpen && (
        <DestinationList
          listId={listId}
          inputRef={inputRef}
          groups={groups}
          options={options}
          text={text}
          activeIndex={index}
          chosenKey={choice.entryKey}
          favourites={favourites}
          isOfConnects={isOfConnects}
          onChoose={choose}
        />
      )}
    </>
  )
}

/** The entries that a text finds. Before the agent types, all entries in groups. */
function useFound(
  entries: readonly DestinationEntry[],
  text: string,
  isOpen: boolean,
): readonly DestinationGroup[] {
  const { kinds, kindsBesides } = useLateMessages().destinations
  const { subscribe, getSnapshot } = use(ChoicesContext)
  const latest = useSyncExternalStore(subscribe, getSnapshot)
  const [choices, setChoices] = useState(latest)
  // While the list is open no row moves, even if it becomes a favourite.
  if (!isOpen && choices !== latest) setChoices(latest)
  const search = useMemo(
    () => createDestinationSearch({ entries, choices, kindNames: kinds, kindsBesides }),
    [entries, choices, kinds, kindsBesides],
  )
  return useMemo(() => {
    const found = search(text)
    if (text.trim() === '') return destinationGroups(found, choices)
    return found.length === 0 ? [] : [{ name: 'found', entries: found }]
  }, [search, choices, text])
}

/** If the agent leaves the field with a whole name in it, that destination is chosen. */
function keyAtLeaving(
  { text }: SearchTyped,
  entries: readonly DestinationEntry[],
  { entryKey }: DestinationChoice,
): string {
  return text === undefined ? entryKey : (entryNamed(entries, text)?.key ?? '')
}

/** The name and kind of what is chosen, and what is wrong with it. */
function useChosenWords(
  { entryKey, name }: DestinationChoice,
  isLocked: boolean,
  entries: readonly DestinationEntry[] | undefined,
): Pick<SearchShown, 'name' | 'kind' | 'error'> {
  const words = useLateMessages().destinations
  const chosen = entries?.find(({ key }) => key === entryKey)
  if (entries && entryKey !== '' && !chosen)
    return { name: words.gone(name), error: isLocked ? words.lost : words.notOffered }
  return { name: name ?? '', kind: chosen && words.kinds[chosen.kind] }
}

/** Says why the letters that the agent left in the field are no destination. */
function useUnknownWords(
  { key }: DestinationChoice,
  text: string,
  { isFound, isOfConnects }: { readonly isFound: boolean; readonly isOfConnects: boolean },
) {
  const words = useLateMessages().destinations
  if (key !== '' || text.trim() === '') return undefined
  if (isFound) return words.notWhole(text.trim())
  return (isOfConnects ? words.noneOfConnects : words.none)(text.trim())
}
