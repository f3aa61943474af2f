/** The requests to the store: by the proxy, or by a browser or Amazon Connect with an address of the proxy's. */
export type StoreOperation =
  | 'PutObject'
  | 'HeadObject'
  | 'GetObject'
  | 'CopyObject'
  | 'DeleteObject'
  | 'HeadBucket'

/**
 * The IAM actions for each operation (service authorization reference, "Actions defined by Amazon S3"). Without
 * `s3:ListBucket`, S3 answers 403 instead of 404 for an object that is not there.
 */
const iamActions: Readonly<Record<StoreOperation, readonly string[]>> = {
  PutObject: ['s3:PutObject'],
  HeadObject: ['s3:GetObject', 's3:ListBucket'],
  GetObject: ['s3:GetObject'],
  CopyObject: ['s3:GetObject', 's3:PutObject'],
  DeleteObject: ['s3:DeleteObject'],
  HeadBucket: ['s3:ListBucket'],
}

export const iamActionsOf = (operation: StoreOperation): string => iamActions[operation].join(' and ')

export interface StoreStatement {
  readonly Sid: 'StoreFiles' | 'FindFiles'
  readonly Effect: 'Allow'
  readonly Action: string | readonly string[]
  readonly Resource: string
}

/** The folder of one instance in the bucket, with the slash at its end. */
export const keyPrefix = (instanceId: string): string => `tasklink/${instanceId}/`

/** The statements of the IAM policy for a bucket. Its partition and folder are those of the instance. */
export function storeStatements(instanceArn: string, bucket: string): readonly StoreStatement[] {
  const [, partition] = instanceArn.split(':')
  const bucketArn = `arn:${partition}:s3:::${bucket}`
  const folder = keyPrefix(instanceArn.slice(instanceArn.lastIndexOf('/') + 1))
  return [
    {
      Sid: 'StoreFiles',
      Effect: 'Allow',
      Action: [...iamActions.PutObject, ...iamActions.GetObject, ...iamActions.DeleteObject],
      Resource: `${bucketArn}/${folder}*`,
    },
    { Sid: 'FindFiles', Effect: 'Allow', Action: iamActions.HeadBucket.join(''), Resource: bucketArn },
  ]
}
