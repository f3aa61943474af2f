import { paginateListContactReferences, ReferenceType, type ReferenceSummary } from '@aws-sdk/client-connect'
import type { ReferenceType as TypeOfTask } from '../../../core/fields/references/reference.ts'
import { writtenInstant } from '../../../core/time/instant.ts'
import { isUnknownToConnect } from '../errors/connect-errors.ts'
import { operation, type Session } from '../operation.ts'
import { everyItem, paging } from './pages.ts'

/** A reference of a contact. */
export interface ContactReference {
  readonly name: string
  readonly type: ReferenceType
  /** Absent where a task cannot have the reference. Of a DATE, an ISO instant if Connect's value is a time. */
  readonly value?: string
}

interface Summarized {
  readonly Name?: string | undefined
  readonly Value?: string | undefined
}

/** The member of an answer that holds a type, and how its value is read. */
interface Reading {
  readonly of: (summary: ReferenceSummary) => Summarized | undefined
  readonly value?: (text: string) => string
}

const asItIs = (text: string) => text

type Readings = Readonly<Record<ReferenceType, Reading>> & Readonly<Record<TypeOfTask, Required<Reading>>>

/** For files, messages and analyses only the name is read: a task cannot have them, and their values are links to them. */
const readings: Readings = {
  URL: { of: ({ Url }) => Url, value: asItIs },
  NUMBER: { of: (summary) => summary.Number, value: asItIs },
  STRING: { of: (summary) => summary.String, value: asItIs },
  DATE: { of: (summary) => summary.Date, value: (text) => writtenInstant(text) ?? text },
  EMAIL: { of: ({ Email }) => Email, value: asItIs },
  ATTACHMENT: { of: ({ Attachment }) => Attachment },
  CONTACT_ANALYSIS: { of: ({ ContactAnalysis }) => ContactAnalysis },
  EMAIL_MESSAGE: { of: ({ EmailMessage }) => EmailMessage },
  EMAIL_MESSAGE_PLAIN_TEXT: { of: ({ EmailMessagePlainText }) => EmailMessagePlainText },
  EMAIL_MESSAGE_PLAIN_TEXT_REDACTED: {
    of: ({ EmailMessagePlainTextRedacted }) => EmailMessagePlainTextRedacted,
  },
  EMAIL_MESSAGE_REDACTED: { of: ({ EmailMessageRedacted }) => EmailMessageRedacted },
}

const types = Object.values(ReferenceType)

/** Types in one call (API, `ReferenceTypes`: "Maximum number of 6 items"). */
const typesInCall = 6

const typesOfCalls = Array.from({ length: Math.ceil(types.length / typesInCall) }, (_, call) =>
  types.slice(call * typesInCall, (call + 1) * typesInCall),
)

const referencesIn = (summary: ReferenceSummary): readonly ContactReference[] =>
  types.flatMap((type) => {
    const { of, value }: Reading = readings[type]
    const found = of(summary)
    const { Name: name = '', Value: text } = found ?? {}
    // A file or a message is listed without a name, too: the agent should know that there is one.
    if (!found || (value && name === '')) return []
    return [{ name, type, ...(value && text !== undefined ? { value: value(text) } : {}) }]
  })

const ofTypes = (session: Session, contactId: string, ReferenceTypes: ReferenceType[]) =>
  everyItem(
    paginateListContactReferences(paging(session), {
      InstanceId: session.instanceId,
      ContactId: contactId,
      ReferenceTypes,
    }),
    ({ ReferenceSummaryList = [] }) => ReferenceSummaryList.flatMap(referencesIn),
  )

/** The references of a contact, of all types; none if Connect knows no such contact. */
export const listContactReferences = operation({
  name: 'ListContactReferences',
  rate: { perSecond: 2, burst: 5 },
  writes: false,
  iam: { statement: 'KnowContact', resources: ['contact'] },
  async ask(session, contactId: string): Promise<readonly ContactReference[]> {
    try {
      const found = await Promise.all(typesOfCalls.map((called) => ofTypes(session, contactId, called)))
      return found.flat()
    } catch (error) {
      if (isUnknownToConnect(error)) return []
      throw error
    }
  },
})
