import type { Account } from '../account.ts'

/** Destinations that the agent has chosen before, by their keys: ids of Connect, no names. */
export interface Choices {
  /** The destinations of the last tasks, the latest first. */
  readonly recent: readonly string[]
  readonly favourites: readonly string[]
}

export const noChoices: Choices = { recent: [], favourites: [] }

/** How many destinations of the last tasks are kept. */
export const recentLimit = 20

/** How many favourites are kept; the oldest are left out first. */
export const favouritesLimit = 100

/** A store in which choices outlive the page. Each belongs to one account, and no other account can read it. */
export interface ChoiceStore {
  /** Reads the choices of the account and stores what `change` makes of them, in one step. Resolves to what is stored. */
  readonly change: (account: Account, change: (stored: Choices) => Choices) => Promise<Choices>
  readonly forget: (account: Account) => Promise<void>
}

const others = (keys: readonly string[], key: string) => keys.filter((each) => each !== key)

/** The choices after a task was created for this destination. */
export const withUsed = ({ recent, favourites }: Choices, key: string): Choices => ({
  recent: [key, ...others(recent, key)].slice(0, recentLimit),
  favourites,
})

/** Adds a favourite or removes it. */
export const withFavourite = (
  { recent, favourites }: Choices,
  key: string,
  isFavourite: boolean,
): Choices => ({
  recent,
  favourites: isFavourite
    ? [key, ...others(favourites, key)].slice(0, favouritesLimit)
    : others(favourites, key),
})
