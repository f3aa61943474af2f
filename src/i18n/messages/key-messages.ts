/** The words of the list of keys. */
export interface KeyMessages {
  readonly title: string
  readonly close: string
  readonly help: string
  /** The browser cannot store the keys. */
  readonly notKept: string
  readonly use: string
  /** Names of actions that have no label in the form. */
  readonly actions: Readonly<Record<'message' | 'mode' | 'drafts' | 'keys', string>>
  /** Names of actions that use another control in the form for messages. */
  readonly ofMessage: Readonly<Record<'create' | 'name' | 'description' | 'destination', string>>
  /** Escape closes the section around the focus. This key cannot be changed. */
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
  /** Names of keys whose technical name differs from the printed one. A Mac shows symbols for modifiers. */
  readonly names: Readonly<Record<string, string>>
}
