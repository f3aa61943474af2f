import type { MessageFieldOf } from '../message-field.ts'

export interface ConsentParts {
  /** The agent confirms for each message that the customer agreed to get it. */
  readonly draft: { readonly hasConsent: boolean }
  readonly request: { readonly hasConsent: boolean }
  readonly rules: object
  /** Connect has no member for it. The proxy notes it in the audit. */
  readonly parameters: object
}

export const consentField: MessageFieldOf<ConsentParts> = {
  access: () => 'editable',
  preset: () => ({ hasConsent: false }),
  draftUnder: ({ hasConsent }) => ({ hasConsent }),
  read: ({ hasConsent }) => ({ request: { hasConsent } }),
  fill: ({ hasConsent }) => ({ hasConsent }),
  issues: ({ hasConsent }) => (hasConsent ? [] : [{ field: 'consent', code: 'consent-missing' }]),
  parameters: () => ({}),
}
