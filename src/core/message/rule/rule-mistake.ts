/** Why a rule about messages makes no sense. The words are in the contract. */
export type MessagesRuleCode =
  | 'repeated'
  | 'nothing-to-send-from'
  | 'nothing-to-send'
  | 'no-flow'
  | 'whatsapp-without-template'
  | 'template-without-sender'
  | 'preview-value-unknown'
  | 'text-broken'
  | 'display-name-broken'
  | 'recipients-empty'
  | 'country-unknown'
  | 'prefix-malformed'
  | 'content-type-malformed'
  | 'time-malformed'
  | 'quiet-never-ends'
  | 'zone-unknown'
  | 'zone-to-assume-missing'
  | 'attribute-key-malformed'

/** A mistake in the rule, for the administrator who wrote it. Agents never see one. */
export interface MessagesRuleMistake {
  /** The path into the rule, one entry for each member. */
  readonly path: readonly PropertyKey[]
  readonly code: MessagesRuleCode
}

/** The indexes of repeated values in a list. */
export const repeatedIn = (
  values: readonly string[],
  pathOf: (index: number) => readonly PropertyKey[],
): readonly MessagesRuleMistake[] =>
  values.flatMap((value, index) =>
    values.indexOf(value) < index ? [{ path: pathOf(index), code: 'repeated' }] : [],
  )
