import type { MessageSubtype } from '../../instance/message-templates.ts'
import { instanceArn } from '../../instance/instance.ts'
import { type InstancePhoneNumber, phoneNumberArn } from '../../instance/phone-numbers.ts'
import type { InstanceState } from '../state/instance-state.ts'
import { invalidRequest, notFound } from '../wire/service-error.ts'
import { asMembers, type Members, requiredText } from '../wire/wire-members.ts'

/** Connect API, `SourceEndpoint`: "only supports Endpoints with CONNECT_PHONENUMBER_ARN as Type". */
export const readSource = (body: Members) =>
  readEndpoint(body, 'SourceEndpoint', {
    type: 'CONNECT_PHONENUMBER_ARN',
    pattern: /^arn:aws:connect:[a-z0-9-]+:\d{12}:phone-number\/[A-Za-z0-9-]+$/,
    form: 'the ARN of a phone number of Connect',
  })

/** Connect API, `DestinationEndpoint`: "only supports Endpoints with TELEPHONE_NUMBER as the endpoint type". */
export const readDestination = (body: Members) =>
  readEndpoint(body, 'DestinationEndpoint', {
    type: 'TELEPHONE_NUMBER',
    pattern: /^\+[1-9]\d{1,14}$/,
    form: 'a phone number in E.164',
  })

interface EndpointForm {
  readonly type: string
  readonly pattern: RegExp
  readonly form: string
}

function readEndpoint(body: Members, name: string, { type, pattern, form }: EndpointForm): string {
  const endpoint = body.get(name) ?? undefined
  if (endpoint === undefined) throw invalidRequest(`${name} must not be null.`)
  const members = asMembers(endpoint, name)
  if (members.get('Type') !== type) throw invalidRequest(`${name}.Type must be ${type}.`)
  const address = requiredText(members, 'Address', { max: 256 })
  if (!pattern.test(address)) throw invalidRequest(`${name}.Address must be ${form}.`)
  return address
}

/** The service of the ARN of an imported number. */
const services: Record<MessageSubtype, string> = {
  'connect:SMS': ':sms-voice:',
  'connect:WhatsApp': ':social-messaging:',
}

/** The number that the message comes from. It must be one of this instance, and imported for this kind of message. */
export function requireSender(
  { source, subtype }: { readonly source: string; readonly subtype: MessageSubtype },
  { phoneNumbers }: InstanceState,
): InstancePhoneNumber {
  const sender = phoneNumbers.find(
    (number) => phoneNumberArn(number) === source && number.instanceArn === instanceArn,
  )
  if (sender === undefined) throw notFound('Phone number not found.')
  if (sender.sourceArn?.includes(services[subtype]) !== true) {
    throw invalidRequest(`The phone number is not enabled for ${subtype}.`)
  }
  return sender
}
