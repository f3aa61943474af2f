import { networkWords, type NetworkReason } from '../../network-reason.ts'
import type { ReasonOf } from '../../refusal-reasons.ts'
import { iamActionsOf, type StoreOperation } from './store-permissions.ts'

type StoreReason = ReasonOf<'store-failed'>

const network =
  'Check AWS_ENDPOINT_URL_S3 if it is set, and that the proxy’s network has a way to Amazon S3: the internet, or a VPC endpoint.'

const role = 'the identity that the proxy’s AWS credentials belong to'

/** The first sentence names the store's answer, the second what the operator can change. */
const words: Readonly<Record<Exclude<StoreReason, NetworkReason>, (operation: StoreOperation) => string>> = {
  'credentials-missing': () =>
    'the AWS SDK found no credentials, so nothing was sent. Give the proxy a role, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.',
  'credentials-expired': () =>
    'the credentials have expired. Renew AWS_SESSION_TOKEN and its keys, or use a role, which the SDK renews.',
  'credentials-refused': () =>
    'it does not know the keys, or they do not fit each other. Correct AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.',
  'credentials-ending': () =>
    'the credentials end in less than 15 minutes, and Amazon Connect could not read the files after that. Give the proxy’s role longer sessions, or a source of credentials that renews them.',
  'clock-differs': () => 'the clock of this machine differs from AWS’s. Set the clock.',
  'permission-missing': (operation) =>
    `access was denied. Allow ${iamActionsOf(operation)} for ${role} (ATTACHMENTS_BUCKET=… npm run iam-policy prints the whole policy). Without s3:ListBucket, S3 answers this also for a file that is not there. If the bucket has a KMS key, allow kms:GenerateDataKey and kms:Decrypt on it.`,
  'no-bucket': () => 'there is no such bucket. Correct ATTACHMENTS_BUCKET.',
  'bucket-elsewhere': () =>
    'the bucket is in another Region. Use a bucket in the Region of CONNECT_INSTANCE_ARN.',
  throttled: () => 'it asks for fewer requests. If this goes on, look at the metrics of the bucket.',
  failed: () =>
    'it failed, or its answer was lost or unreadable. If this goes on, look at AWS’s health page, and at the proxies between.',
  'url-too-long': () =>
    'the address of a file has more than 2,000 characters, and Amazon Connect takes no longer one. Shorten the name of the bucket, or use credentials with a shorter session token.',
}

const isNetworkReason = (reason: StoreReason): reason is NetworkReason => Object.hasOwn(networkWords, reason)

/** Tells the operator about a failed call of the store. */
export const storeAdvice = (reason: StoreReason, operation: StoreOperation): string =>
  `Asked Amazon S3 for ${operation}: ${
    isNetworkReason(reason) ? `${networkWords[reason]}. ${network}` : words[reason](operation)
  }`
