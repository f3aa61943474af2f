import { resourcePaths, type IamStatement, type OperationFacts } from './operation.ts'
import { operations } from './operations/operations.ts'
import { storeStatements, type StoreStatement } from '../uploads/store/store-permissions.ts'

interface Statement {
  readonly Sid: IamStatement
  readonly Effect: 'Allow'
  readonly Action: string | readonly string[]
  readonly Resource: string | readonly string[]
}

export interface IamPolicy {
  readonly Version: '2012-10-17'
  readonly Statement: readonly (Statement | StoreStatement)[]
}

/** People write a list in a policy only for several texts. */
const oneOrMany = (texts: readonly string[]) => (texts.length === 1 ? texts.join('') : texts)

const table: readonly OperationFacts[] = operations

function statementOf(instanceArn: string, Sid: IamStatement): Statement {
  const allowed = table.filter(({ iam }) => iam.statement === Sid)
  const kinds = new Set<string>(allowed.flatMap(({ iam }) => iam.resources))
  const paths = Object.entries(resourcePaths).filter(([kind]) => kinds.has(kind))
  return {
    Sid,
    Effect: 'Allow',
    Action: oneOrMany(allowed.map(({ name }) => `connect:${name}`)),
    Resource: oneOrMany(paths.map(([, path]) => `${instanceArn}${path}`)),
  }
}

export const placeholderArn = 'arn:aws:connect:REGION:ACCOUNT:instance/INSTANCE'

/** The least that the proxy’s role must be allowed. With a bucket, the proxy takes files. */
export const iamPolicy = (instanceArn: string, bucket?: string): IamPolicy => ({
  Version: '2012-10-17',
  Statement: [
    ...[...new Set(table.map(({ iam }) => iam.statement))].map((statement) =>
      statementOf(instanceArn, statement),
    ),
    ...(bucket === undefined ? [] : storeStatements(instanceArn, bucket)),
  ],
})
