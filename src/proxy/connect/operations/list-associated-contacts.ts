import { ListAssociatedContactsCommand, type AssociatedContactSummary } from '@aws-sdk/client-connect'
import type { LinkType } from '../../../core/fields/link-types.ts'
import { isUnknownToConnect } from '../errors/connect-errors.ts'
import { operation, type Session } from '../operation.ts'
import { everyItem } from './pages.ts'

export interface LinkedTask {
  readonly contactId: string
  readonly link: LinkType
  readonly createdAt?: Date | undefined
}

const pageSize = 100

/** The SDK has no paginator for this operation. */
async function* pagesOf({ client, instanceId, inTurn }: Session, contactId: string) {
  let NextToken: string | undefined
  do {
    const command = new ListAssociatedContactsCommand({
      InstanceId: instanceId,
      ContactId: contactId,
      MaxResults: pageSize,
      NextToken,
    })
    // Each page names the next.
    const page = await client.send(inTurn(command))
    yield page
    // A token that leads back to the same page would be followed for ever.
    NextToken = page.NextToken === NextToken ? undefined : page.NextToken
  } while (NextToken !== undefined)
}

function linkedTask(parentId: string, summary: AssociatedContactSummary): readonly LinkedTask[] {
  const { ContactId: contactId, Channel, InitiationTimestamp: createdAt } = summary
  if (!contactId || Channel !== 'TASK') return []
  if (summary.PreviousContactId === parentId) return [{ contactId, link: 'previous', createdAt }]
  return summary.RelatedContactId === parentId ? [{ contactId, link: 'related', createdAt }] : []
}

/** The tasks that are linked to a contact directly; none if Connect knows no such contact. */
export const listAssociatedContacts = operation({
  name: 'ListAssociatedContacts',
  rate: { perSecond: 2, burst: 5 },
  writes: false,
  iam: { statement: 'KnowContact', resources: ['contact'] },
  async ask(session, contactId: string): Promise<readonly LinkedTask[]> {
    try {
      return await everyItem(pagesOf(session, contactId), ({ ContactSummaryList = [] }) =>
        ContactSummaryList.flatMap((summary) => linkedTask(contactId, summary)),
      )
    } catch (error) {
      if (isUnknownToConnect(error)) return []
      throw error
    }
  },
})
