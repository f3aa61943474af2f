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
  /** Tells a message from a task, which has no kind. */
  readonly kind: 'message'
}

/** The form's content: texts as the agent typed them, nothing refused. */
export type MessageDraft = Members<OfMessage & Parts['draft']>

/** A text message as the panel asks the proxy for it: well shaped, not yet checked. */
export type MessageRequest = Members<OfMessage & Parts['request']>

/** What the agent may send: the options of the proxy, with the rule for attributes that tasks have, too. */
export type MessageRules = Members<Parts['rules']>
