import { resourcePaths, type IamStatement, type OperationFacts, type ResourceKind } from './operation.ts'
import { operations } from './operations/operations.ts'
import { storeStatements, type StoreStatement } from '../uploads/store/store-permissions.ts'

interface Statement {
  readonly Sid: IamStatement
  readonly Effect: 'Allow'
  readonly Action: string | readonly string[]
  readonly Resource: string | readonly string[]
  readonly Condition?: OperationFacts['iam']['condition']
}

export interface IamPolicy {
  readonly Version: '2012-10-17'
  readonly Statement: readonly (Statement | StoreStatement)[]
}

/** One text is written as a text, several as a list, as in policies that people write. */
const oneOrMany = (texts: readonly string[]) => (texts.length === 1 ? texts.join('') : texts)

const table: readonly OperationFacts[] = operations

/** The statements of a proxy that sends no messages leave these out. */
const statementsOfMessages: ReadonlySet<IamStatement> = new Set(['SendMessages', 'OfferSenders'])

/** In the order of every policy. */
const resourceKinds: readonly ResourceKind[] = [
  'instance',
  'flow',
  'quick connect',
  'template',
  'contact',
  'user',
  'queue',
  'routing profile',
  'hierarchy group',
  'phone number',
]

const resourceArn = (instanceArn: string, kind: ResourceKind): string =>
  kind === 'phone number'
    ? instanceArn.replace(/:instance\/.*$/, ':phone-number/*')
    : `${instanceArn}${resourcePaths[kind]}`

function statementOf(instanceArn: string, Sid: IamStatement): Statement {
  const allowed = table.filter(({ iam }) => iam.statement === Sid)
  const kinds = new Set(allowed.flatMap(({ iam }) => iam.resources))
  const condition = allowed.find(({ iam }) => iam.condition)?.iam.condition
  return {
    Sid,
    Effect: 'Allow',
    Action: oneOrMany(allowed.map(({ name }) => `connect:${name}`)),
    Resource: oneOrMany(
      resourceKinds.filter((kind) => kinds.has(kind)).map((kind) => resourceArn(instanceArn, kind)),
    ),
    ...(condition ? { Condition: condition } : {}),
  }
}

export const placeholderArn = 'arn:aws:connect:REGION:ACCOUNT:instance/INSTANCE'

/** The features of a deployment besides tasks. */
export interface IamFeatures {
  /** The proxy takes files. */
  readonly bucket?: string | undefined
  /** A policy allows messages. */
  readonly sendsMessages?: boolean | undefined
}

/** The least that the proxy’s role must be allowed. */
export const iamPolicy = (
  instanceArn: string,
  { bucket, sendsMessages = false }: IamFeatures = {},
): IamPolicy => ({
  Version: '2012-10-17',
  Statement: [
    ...[...new Set(table.map(({ iam }) => iam.statement))]
      .filter((statement) => sendsMessages || !statementsOfMessages.has(statement))
      .map((statement) => statementOf(instanceArn, statement)),
    ...(bucket === undefined ? [] : storeStatements(instanceArn, bucket)),
  ],
})
