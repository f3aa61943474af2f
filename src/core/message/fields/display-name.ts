import { tooLong, type Issue } from '../../issues/issues.ts'
import { trimmedText } from '../../text/invisible.ts'
import { isBlank, isFarLonger, isWellFormed, scalarLength } from '../../text/text.ts'
import type { MessageFieldOf } from '../message-field.ts'

/** Unicode scalar values in the customer's name in the chat (Connect API, `ParticipantDetails`). */
export const displayNameScalarLimit = 256

export interface DisplayNameParts {
  /** The customer's name in the chat. */
  readonly draft: { readonly displayName: string }
  readonly request: { readonly displayName?: string }
  readonly rules: { readonly displayName?: string }
  readonly parameters: { readonly ParticipantDetails?: { readonly DisplayName: string } }
}

const partOf = (displayName: string | undefined) => (displayName ? { displayName } : {})

/** Why Connect refuses the name. */
export function displayNameIssues(displayName: string): readonly Issue[] {
  if (!isFarLonger(displayName, displayNameScalarLimit) && !isWellFormed(displayName)) {
    return [{ field: 'displayName', code: 'text-not-unicode' }]
  }
  const length = scalarLength(displayName)
  return tooLong('displayName', 'display-name-too-long', length, displayNameScalarLimit)
}

export const displayNameField: MessageFieldOf<DisplayNameParts> = {
  access: () => 'editable',
  preset: (_, rules) => ({ displayName: rules.displayName ?? '' }),
  draftUnder: ({ displayName }) => ({ displayName }),
  read: ({ displayName }) => ({ request: partOf(isBlank(displayName) ? '' : trimmedText(displayName)) }),
  fill: ({ displayName }) => partOf(displayName),
  issues: ({ displayName = '' }) => displayNameIssues(displayName),
  parameters: ({ displayName }) => (displayName ? { ParticipantDetails: { DisplayName: displayName } } : {}),
}
