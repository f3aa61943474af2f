/** The words of the list of keys. */
export interface KeyMessages {
  readonly title: string
  readonly close: string
  readonly help: string
  /** The panel is in a browser that stores nothing. */
  readonly notKept: string
  readonly use: string
  /** The actions that no label of the form names. */
  readonly actions: Readonly<Record<'message' | 'mode' | 'drafts' | 'keys', string>>
  /** The actions that go to another control while a text message is written. */
  readonly ofMessage: Readonly<Record<'create' | 'name' | 'description' | 'destination', string>>
  /** Closes the part around the focus. Its key is always the same. */
  readonly closePart: string
  readonly none: string
  /** The button with the key of an action. */
  readonly change: (action: string, chord: string) => string
  readonly pressNew: string
  readonly takeAway: string
  readonly backTo: (chord: string) => string
  readonly cancel: string
  readonly given: (action: string, chord: string) => string
  readonly takenAway: (action: string) => string
  readonly refused: Readonly<
    Record<'typed' | 'types-sign' | 'editing' | 'reserved', (chord: string) => string>
  >
  readonly taken: (chord: string, action: string) => string
  readonly reset: string
  readonly wasReset: string
  /** Names of keys that are not the sign on them; a Mac shows signs for modifiers. */
  readonly names: Readonly<Record<string, string>>
}
