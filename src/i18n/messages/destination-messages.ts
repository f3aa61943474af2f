/** The words of the search for a person, queue or flow. */
export interface DestinationMessages {
  /** The list could not be read. */
  readonly failed: string
  /** The same, while an older one is still offered. */
  readonly old: string
  readonly list: string
  readonly groups: Readonly<Record<'own' | 'person' | 'queue' | 'flow' | 'form', string>>
  /** The kind of one destination. */
  readonly kinds: Readonly<Record<'self' | 'person' | 'queue' | 'flow' | 'form', string>>
  /** Other words for each kind, parted by blanks, by which an agent may search. They are not shown. */
  readonly kindsBesides: Readonly<Record<'self' | 'person' | 'queue' | 'flow' | 'form', string>>
  readonly found: (count: number) => string
  readonly none: (text: string) => string
  /** The same where only people and queues are offered. */
  readonly noneOfConnects: (text: string) => string
  /** Letters that the agent has left in the field, and that some names contain. */
  readonly notWhole: (text: string) => string
  /** The list is shown without its forms. */
  readonly formsUnread: string
  readonly empty: string
  /** After the name of a favourite. */
  readonly favourite: string
  readonly favouriteAdded: (name: string) => string
  readonly favouriteRemoved: (name: string) => string
  /** Below the whole list, before the agent types. */
  readonly searchHint: string
  /** The same where only people and queues are offered. */
  readonly searchHintOfConnects: string
  /** Names the key. */
  readonly favouriteHint: string
  /** The name is unknown where the list never offered the destination. */
  readonly gone: (name: string | undefined) => string
  readonly notOffered: string
  /** The same where the organisation has set it. */
  readonly lost: string
}
