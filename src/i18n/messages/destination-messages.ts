/** The words of the search for a person, queue or flow. */
export interface DestinationMessages {
  /** The list could not be read. */
  readonly failed: string
  /** The list could not be read again. An older list is still offered. */
  readonly old: string
  readonly list: string
  readonly groups: Readonly<Record<'own' | 'person' | 'queue' | 'flow' | 'form', string>>
  /** The kind of one destination. */
  readonly kinds: Readonly<Record<'self' | 'person' | 'queue' | 'flow' | 'form', string>>
  /** Further words for each kind that an agent may search by, separated by spaces. They are not shown. */
  readonly kindsBesides: Readonly<Record<'self' | 'person' | 'queue' | 'flow' | 'form', string>>
  readonly found: (count: number) => string
  readonly none: (text: string) => string
  /** The same if only people and queues are offered. */
  readonly noneOfConnects: (text: string) => string
  /** The agent has left letters in the field that are only a part of some names. */
  readonly notWhole: (text: string) => string
  /** The templates could not be read, so the list has none. */
  readonly formsUnread: string
  readonly empty: string
  /** After the name of a favourite. */
  readonly favourite: string
  readonly favouriteAdded: (name: string) => string
  readonly favouriteRemoved: (name: string) => string
  /** Below the whole list, before the agent types. */
  readonly searchHint: string
  /** The same if only people and queues are offered. */
  readonly searchHintOfConnects: string
  /** Says which key makes a favourite. */
  readonly favouriteHint: string
  /** The name is undefined if the list never had this destination. */
  readonly gone: (name: string | undefined) => string
  readonly notOffered: string
  /** The organisation has set a destination that is gone. */
  readonly lost: string
}
