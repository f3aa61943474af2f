import type { NumberIssueCode } from '../../core/issues/issues.ts'
import {
  type InstancePhoneNumber,
  instancePhoneNumbers,
  phoneNumberArn,
} from '../../simulators/instance/phone-numbers.ts'
import type { MessageCases } from './message-case.ts'

const { service, hotline, otherInstance, whatsApp } = instancePhoneNumbers

const to = (number: string) =>
  ({
    asked: { to: number },
    sent: { DestinationEndpoint: { Type: 'TELEPHONE_NUMBER', Address: number } },
  }) as const

const notANumber = (number: string, code: NumberIssueCode) =>
  ({
    ...to(number),
    issues: [{ field: 'to', code }],
    connect: 400,
  }) as const

const source = (address: string) =>
  ({
    SourceEndpoint: { Type: 'CONNECT_PHONENUMBER_ARN', Address: address },
  }) as const

const from = (number: InstancePhoneNumber) =>
  ({
    asked: { from: number.phoneNumberId },
    sent: source(phoneNumberArn(number)),
    issues: [{ field: 'from', code: 'sender-not-offered' }],
  }) as const

export const endpointCases: MessageCases = {
  accepted: [
    {
      rule: 'A text message has the ARN of its number, the number of the customer, the subtype and plain text.',
      asked: {},
      sent: {},
    },
    { rule: 'A number may be of any country.', ...to('+447911123456') },
  ],
  refused: [
    {
      rule: 'A number needs its country.',
      ...notANumber('555-0100', 'number-country-missing'),
    },
    { rule: 'A number must not begin with 0 after the plus.', ...notANumber('+0155', 'number-invalid') },
    { rule: 'A number is no tel: address.', ...notANumber('tel:+12065550142', 'number-scheme') },
    { rule: 'A number has no blanks in a request.', ...notANumber('+1 206 555 0142', 'number-invalid') },
    { rule: 'A number has no extension.', ...notANumber('+12065550142;ext=5', 'number-extension') },
    { rule: 'A number has at most 15 digits.', ...notANumber('+1234567890123456', 'number-invalid') },
    { rule: 'A message needs a number.', ...notANumber('', 'number-missing') },
    {
      rule: 'A number must exist in its country’s plan.',
      ...to('+12'),
      issues: [{ field: 'to', code: 'number-invalid' }],
      connect: 200,
      because: 'Connect compares only with the pattern of E.164.',
    },
    { rule: 'A message does not come from a number for calls.', ...from(hotline), connect: 400 },
    {
      rule: 'A message does not come from a number of another instance.',
      ...from(otherInstance),
      connect: 404,
    },
    { rule: 'A text message does not come from a number for WhatsApp.', ...from(whatsApp), connect: 400 },
    {
      rule: 'A message comes from one of the numbers that the policy lists.',
      ...from(instancePhoneNumbers.delivery),
      connect: 200,
      because: 'Connect knows the proxy’s role only, and no policy.',
    },
    {
      rule: 'A message needs a sender.',
      asked: { from: '' },
      sent: { SourceEndpoint: { Type: 'CONNECT_PHONENUMBER_ARN' } },
      issues: [{ field: 'from', code: 'sender-missing' }],
      connect: 400,
    },
    {
      rule: 'A sender is not named by the ARN of its number at End User Messaging.',
      asked: { from: service.sourceArn },
      sent: source(service.sourceArn),
      issues: [{ field: 'from', code: 'sender-not-offered' }],
      connect: 400,
    },
  ],
}
