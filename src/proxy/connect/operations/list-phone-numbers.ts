import { paginateListPhoneNumbersV2, type ListPhoneNumbersSummary } from '@aws-sdk/client-connect'
import type { MessageChannel } from '../../../core/message/message-channel.ts'
import { operation } from '../operation.ts'
import { everyItem, paging } from './pages.ts'

/** A phone number of the instance. */
export interface InstanceNumber {
  readonly phoneNumberId: string
  /** The number’s own ARN, which Connect takes as the source of a message. */
  readonly arn: string
  /** In international form, such as `+15555550100`. */
  readonly number: string
  /**
   * Connect does not say which numbers can send messages. Only those that were imported from AWS End User Messaging can, and the
   * ARN that they have there names the channel.
   */
  readonly channel?: MessageChannel
}

const pageSize = 1_000

function instanceNumber(summary: ListPhoneNumbersSummary): readonly InstanceNumber[] {
  const { PhoneNumberId, PhoneNumberArn, PhoneNumber, SourcePhoneNumberArn } = summary
  if (!PhoneNumberId || !PhoneNumberArn || !PhoneNumber) return []
  return [
    {
      phoneNumberId: PhoneNumberId,
      arn: PhoneNumberArn,
      number: PhoneNumber,
      ...(SourcePhoneNumberArn
        ? { channel: SourcePhoneNumberArn.includes(':social-messaging:') ? 'whatsapp' : 'sms' }
        : {}),
    },
  ]
}

/** Every phone number that is claimed to the instance. */
export const listPhoneNumbers = operation({
  name: 'ListPhoneNumbersV2',
  rate: { perSecond: 2, burst: 5 },
  writes: false,
  iam: { statement: 'OfferSenders', resources: ['phone number'] },
  ask(session, _question: void): Promise<readonly InstanceNumber[]> {
    const pages = paginateListPhoneNumbersV2(paging(session), {
      // Without it, Connect lists the numbers of all instances of the account.
      InstanceId: session.instanceId,
      MaxResults: pageSize,
    })
    return everyItem(pages, ({ ListPhoneNumbersSummaryList = [] }) =>
      ListPhoneNumbersSummaryList.flatMap(instanceNumber),
    )
  },
})
