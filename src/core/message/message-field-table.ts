import { attributesField } from '../fields/attributes/attributes.ts'
import { channelField } from './fields/channel.ts'
import { consentField } from './fields/consent.ts'
import { contentField } from './fields/content/content.ts'
import { displayNameField } from './fields/display-name.ts'
import { durationField } from './fields/duration.ts'
import { flowField } from './fields/flow.ts'
import { fromField } from './fields/from.ts'
import { relatedLinkField } from './fields/related-link.ts'
import { toField } from './fields/to.ts'

/** Every field of a message: one line each. Issues come in the order of the form, which is the order of this table. */
export const messageFieldTable = {
  channel: channelField,
  to: toField,
  text: contentField,
  from: fromField,
  flowId: flowField,
  displayName: displayNameField,
  duration: durationField,
  link: relatedLinkField,
  attributes: attributesField,
  hasConsent: consentField,
}

export type MessageFieldTable = typeof messageFieldTable
