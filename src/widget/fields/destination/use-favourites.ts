import { useState, useSyncExternalStore } from 'react'
import { useLateMessages } from '../../late/late-messages.ts'
import { use } from '../../setting/react-19.ts'
import { ChoicesContext } from './choices-context.ts'
import type { DestinationEntry } from './destination-entry.ts'

export interface Favourites {
  readonly keys: readonly string[]
  readonly toggle: (entry: DestinationEntry) => void
  /** The last change, for a screen reader. */
  readonly news: string
}

/** The favourites of the agent, and how to change them. */
export function useFavourites(): Favourites {
  const words = useLateMessages().destinations
  const { subscribe, getSnapshot, setFavourite } = use(ChoicesContext)
  const { favourites } = useSyncExternalStore(subscribe, getSnapshot)
  const [news, setNews] = useState('')
  return {
    keys: favourites,
    toggle: ({ key, name }) => {
      const isFavourite = !favourites.includes(key)
      setFavourite(key, isFavourite)
      setNews(isFavourite ? words.favouriteAdded(name) : words.favouriteRemoved(name))
    },
    news,
  }
}
