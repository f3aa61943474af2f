import type { AttributesParts } from '../fields/attributes/attributes.ts'
import type { ChannelParts } from './fields/channel.ts'
import type { ConsentParts } from './fields/consent.ts'
import type { ContentParts } from './fields/content/content.ts'
import type { DisplayNameParts } from './fields/display-name.ts'
import type { DurationParts } from './fields/duration.ts'
import type { FlowParts } from './fields/flow.ts'
import type { FromParts } from './fields/from.ts'
import type { RelatedLinkParts } from './fields/related-link.ts'
import type { ToParts } from './fields/to.ts'

/** A text message is the product of its fields. */
type Parts = ChannelParts &
  FromParts &
  ToParts &
  ContentParts &
  FlowParts &
  DisplayNameParts &
  DurationParts &
  RelatedLinkParts &
  AttributesParts &
  ConsentParts

/** One object type instead of an intersection, so that messages of the compiler name its members. */
type Members<Intersection> = { [Name in keyof Intersection]: Intersection[Name] }

interface OfMessage {
  /** Distinguishes a message from a task, which has no `kind`. */
  readonly kind: 'message'
}

/** The content of the form: texts as typed, not checked. */
export type MessageDraft = Members<OfMessage & Parts['draft']>

/** The request for a text message: it has the right shape but has not been checked. */
export type MessageRequest = Members<OfMessage & Parts['request']>

/** What the agent may send: the proxy's options, and the rule for attributes, which tasks have too. */
export type MessageRules = Members<Parts['rules']>
