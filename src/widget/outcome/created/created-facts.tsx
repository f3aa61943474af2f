import type { Contact } from '../../../core/contact/contact.ts'
import {
  destinationKey,
  type Destinations,
  type TemplateDestination,
} from '../../../core/fields/destination-key.ts'
import { destinationName } from '../../../core/fields/destination.ts'
import type { TaskRequest } from '../../../core/task/task-parts.ts'
import { destinationEntries, entryKeyOf } from '../../fields/destination/destination-entry.ts'
import { useCustomerZone } from '../../fields/when/use-customer-zone.ts'
import { useClockFormats } from '../../fields/when/use-schedule.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { useDestinations } from '../../setting/panel-queries.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'

export interface CreatedFactsProps {
  readonly id: string
  readonly request: TaskRequest
  readonly contact: Contact | undefined
  /** When the task starts in Connect. Undefined for a task that started at once. */
  readonly scheduledAt: Date | undefined
  /** When the task expires. Undefined if this browser does not know it. */
  readonly expiresAt: Date | undefined
  readonly hasEnded: boolean
}

/** The created task in a few lines. */
export function CreatedFacts(props: CreatedFactsProps) {
  const { id, request, contact, scheduledAt, expiresAt, hasEnded } = props
  const formats = useFormats()
  const { messages } = usePanelSetting()
  const words = useLateMessages().created
  const { description = '', references, attributes, attachments = [] } = request
  const contents = words.contents({
    hasDescription: description !== '',
    references: references.length,
    attributes: attributes.length,
    files: attachments.length,
    isForm: request.destination?.type === 'template',
  })
  return (
    <div id={id} className="tl-facts">
      <p className="tl-strong" dir="auto">
        {request.name}
      </p>
      <dl>
        <ForWhom request={request} />
        {!hasEnded && (
          <div>
            <dt>{messages.fields.when}</dt>
            <dd>{scheduledAt ? <BothClocks instant={scheduledAt} contact={contact} /> : words.now}</dd>
          </div>
        )}
        {!hasEnded && expiresAt && request.expiryMinutes !== undefined && (
          <div>
            <dt>{words.ends}</dt>
            <dd>{formats.instant(expiresAt)}</dd>
          </div>
        )}
        <div>
          <dt>{messages.sections.link}</dt>
          <dd>{contact && request.link ? words.linked(contact, request.link.type) : words.unlinked}</dd>
        </div>
        {contents && (
          <div>
            <dt>{words.with}</dt>
            <dd>{contents}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}

/** A time on the agent's clock and, if the customer's time zone is known, on the customer's clock. */
function BothClocks({ instant, contact }: Pick<CreatedFactsProps, 'contact'> & { readonly instant: Date }) {
  const formats = useFormats()
  const words = useLateMessages().when
  const { instantIn } = useClockFormats()
  const { zone } = useCustomerZone(contact)
  return (
    <>
      <span>{formats.instant(instant)}</span>
      {zone !== undefined && <span className="tl-hint">{words.forCustomer(instantIn(instant, zone))}</span>}
    </>
  )
}

/** Needs the list of destinations, which may still be loading after a reload. */
function ForWhom({ request: { destination } }: Pick<CreatedFactsProps, 'request'>) {
  const { created: words, destinations } = useLateMessages()
  const { data } = useDestinations().read
  if (!destination || !data) return null
  const key = entryKeyOf(destinationKey(destination))
  const entry = destinationEntries(data).find((each) => each.key === key)
  return (
    <div>
      <dt>{words.forWhom}</dt>
      <dd>
        <bdi>{destinationName(destination, data) ?? words.notListed}</bdi>
        {entry && <span className="tl-hint">{` ${destinations.kinds[entry.kind]}`}</span>}
        {destination.type === 'template' && <GoesTo destination={destination} offered={data} />}
      </dd>
    </div>
  )
}

interface GoesToProps {
  readonly destination: TemplateDestination
  readonly offered: Destinations
}

/** Who gets a task of a template, if the agent has chosen that. */
function GoesTo({ destination: { isSelfAssigned, quickConnectId }, offered }: GoesToProps) {
  const { template: words } = useLateMessages()
  if (isSelfAssigned) return <p className="tl-hint">{words.assignedToMe}</p>
  if (quickConnectId === undefined) return null
  const name = destinationName({ type: 'quickConnect', quickConnectId }, offered)
  return name === undefined ? null : (
    <p className="tl-hint">
      <bdi>{name}</bdi>
    </p>
  )
}
