import type { OperationName } from '../rates/connect-rates.ts'

type ResourceKind = keyof typeof pathByKind

/** Below the instance's ARN; two of them are not called what they are. */
const pathByKind = {
  instance: '',
  flow: '/contact-flow/*',
  'quick connect': '/transfer-destination/*',
  contact: '/contact/*',
  user: '/agent/*',
  queue: '/queue/*',
  'routing profile': '/routing-profile/*',
  'hierarchy group': '/agent-group/*',
} as const

/** Operations by what they are called on, and under which heading a policy allows them. */
interface Calls<Operation extends string> {
  readonly on: Readonly<Record<Operation, readonly ResourceKind[]>>
  readonly statements: Readonly<Record<string, readonly Operation[]>>
}

/** The resource types are those of the service authorization reference ("Actions defined by Amazon Connect"). */
const callsOfProxy: Calls<OperationName> = {
  on: {
    StartTaskContact: ['flow', 'quick connect', 'contact'],
    ListContactFlows: ['flow'],
    ListQuickConnects: ['quick connect'],
    SearchUsers: ['instance'],
    // Asked about one user alone; the reference marks all four as required.
    GetCurrentUserData: ['user', 'queue', 'routing profile', 'hierarchy group'],
    DescribeContact: ['contact'],
    ListAssociatedContacts: ['contact'],
  },
  statements: {
    CreateLinkedTask: ['StartTaskContact'],
    OfferDestinations: ['ListContactFlows', 'ListQuickConnects'],
    KnowAgent: ['SearchUsers', 'GetCurrentUserData'],
    KnowContact: ['DescribeContact', 'ListAssociatedContacts'],
  },
}

interface Statement {
  readonly Sid: string
  readonly Effect: 'Allow'
  readonly Action: string | readonly string[]
  readonly Resource: string | readonly string[]
}

export interface IamPolicy {
  readonly Version: '2012-10-17'
  readonly Statement: readonly Statement[]
}

/** As people write policies: a list only where there are several. */
const oneOrMany = (texts: readonly string[]) => (texts.length === 1 ? texts.join('') : texts)

function statementsOf<Operation extends string>(instanceArn: string, calls: Calls<Operation>): Statement[] {
  return Object.entries<readonly Operation[]>(calls.statements).map(([Sid, operations]) => {
    const wanted = new Set<string>(operations.flatMap((operation) => calls.on[operation]))
    const paths = Object.entries(pathByKind).filter(([kind]) => wanted.has(kind))
    return {
      Sid,
      Effect: 'Allow',
      Action: oneOrMany(operations.map((operation) => `connect:${operation}`)),
      Resource: oneOrMany(paths.map(([, path]) => `${instanceArn}${path}`)),
    }
  })
}

export const placeholderArn = 'arn:aws:connect:REGION:ACCOUNT:instance/INSTANCE'

/** What the role of the proxy must be allowed, and no more. */
export const iamPolicy = (instanceArn: string): IamPolicy => ({
  Version: '2012-10-17',
  Statement: statementsOf(instanceArn, callsOfProxy),
})
