import { typedMinutes, type ExpiryDraft } from '../../fields/expiry/expiry-draft.ts'
import { tooLong, type Issue } from '../../issues/issues.ts'
import type { MessageFieldOf } from '../message-field.ts'

/** Minutes that a chat lasts if nothing else is asked for: 25 hours (Connect API, `ChatDurationInMinutes`). */
const durationMinutesDefault = 1_500

/** The shortest and the longest chat, in minutes (Connect API, `ChatDurationInMinutes`). */
export const durationMinutesLeast = 60
export const durationMinutesLimit = 10_080

export interface DurationParts {
  /** If the amount is empty, the rules or Connect decide. */
  readonly draft: { readonly duration: ExpiryDraft }
  readonly request: { readonly durationMinutes?: number }
  readonly rules: { readonly durationMinutes?: number }
  readonly parameters: { readonly ChatDurationInMinutes?: number }
}

/** How long a chat lasts if the agent sets no duration. */
export const usualDurationMinutes = ({ durationMinutes }: DurationParts['rules']): number =>
  durationMinutes ?? durationMinutesDefault

const partOf = (durationMinutes: number | undefined) =>
  durationMinutes === undefined ? {} : { durationMinutes }

const field = 'duration'

/** Why Connect refuses the duration. */
function durationIssues(minutes: number): readonly Issue[] {
  if (!Number.isInteger(minutes)) return [{ field, code: 'duration-not-whole' }]
  if (minutes < durationMinutesLeast) {
    return [{ field, code: 'duration-too-short', actual: minutes, limit: durationMinutesLeast }]
  }
  return tooLong(field, 'duration-too-long', minutes, durationMinutesLimit)
}

export const durationField: MessageFieldOf<DurationParts> = {
  access: () => 'editable',
  preset: ({ duration }) => ({ duration }),
  draftUnder: ({ duration }) => ({ duration }),
  read: ({ duration }, rules) => {
    const minutes = typedMinutes(duration)
    if (Number.isNaN(minutes)) return { request: {}, issues: [{ field, code: 'duration-not-whole' }] }
    return { request: partOf(minutes ?? rules.durationMinutes) }
  },
  fill: ({ durationMinutes }, rules) => partOf(durationMinutes ?? rules.durationMinutes),
  issues: ({ durationMinutes = durationMinutesDefault }) => durationIssues(durationMinutes),
  parameters: ({ durationMinutes }) =>
    durationMinutes === undefined ? {} : { ChatDurationInMinutes: durationMinutes },
}
