import { entityId } from './entity-id.ts'
import { accountId, instanceArn, region } from './instance.ts'

/** A phone number of the account, as Connect's API lists it. */
export interface InstancePhoneNumber {
  readonly phoneNumberId: string
  /** E.164. */
  readonly number: string
  readonly countryCode: string
  readonly type: 'DID' | 'TOLL_FREE' | 'SHORT_CODE'
  readonly description?: string
  /** The number at AWS End User Messaging, from where it was imported. A number for calls has none. */
  readonly sourceArn?: string
  /** Numbers of all instances of the account are in one list. */
  readonly instanceArn: string
}

const phoneNumberId = (number: number) => entityId('f0a1b2c3-9d8e', number)

const smsSource = (name: string) => `arn:aws:sms-voice:${region}:${accountId}:phone-number/phone-${name}`

const otherInstanceArn = `arn:aws:connect:${region}:${accountId}:instance/${entityId('6f1d2a54-0c1f', 1)}`

/** Numbers that are reserved for examples (North American Numbering Plan, Ofcom). */
export const instancePhoneNumbers = {
  service: {
    phoneNumberId: phoneNumberId(1),
    number: '+12065550100',
    countryCode: 'US',
    type: 'DID',
    description: 'Customer service, text messages',
    sourceArn: smsSource('service'),
    instanceArn,
  },
  delivery: {
    phoneNumberId: phoneNumberId(2),
    number: '+447700900100',
    countryCode: 'GB',
    type: 'DID',
    description: 'Delivery desk, text messages',
    sourceArn: smsSource('delivery'),
    instanceArn,
  },
  whatsApp: {
    phoneNumberId: phoneNumberId(3),
    number: '+12065550101',
    countryCode: 'US',
    type: 'DID',
    description: 'WhatsApp',
    sourceArn: `arn:aws:social-messaging:${region}:${accountId}:phone-number-id/0b6c1f3e7d2a`,
    instanceArn,
  },
  hotline: {
    phoneNumberId: phoneNumberId(4),
    number: '+18005550199',
    countryCode: 'US',
    type: 'TOLL_FREE',
    description: 'Hotline, calls only',
    instanceArn,
  },
  otherInstance: {
    phoneNumberId: phoneNumberId(5),
    number: '+12065550102',
    countryCode: 'US',
    type: 'DID',
    sourceArn: smsSource('other-instance'),
    instanceArn: otherInstanceArn,
  },
} as const satisfies Record<string, InstancePhoneNumber>

/** Unlike other ARNs of Connect, this one does not contain the instance. */
export const phoneNumberArn = ({ phoneNumberId: id }: Pick<InstancePhoneNumber, 'phoneNumberId'>) =>
  `arn:aws:connect:${region}:${accountId}:phone-number/${id}`
