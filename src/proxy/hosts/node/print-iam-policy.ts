import { arnWords, instanceArnPattern } from '../../environment.ts'
import { iamPolicy, placeholderArn } from '../../connect/iam-policy.ts'

const bucket = process.env['ATTACHMENTS_BUCKET']?.trim() || undefined
// Only a proxy with this secret sends messages.
const sendsMessages = Boolean(process.env['NUMBER_HASH_SECRET']?.trim())
const instanceArn = process.env['CONNECT_INSTANCE_ARN']?.trim() || placeholderArn

if (instanceArn === placeholderArn || instanceArnPattern.test(instanceArn)) {
  process.stdout.write(`${JSON.stringify(iamPolicy(instanceArn, { bucket, sendsMessages }), undefined, 2)}\n`)
} else {
  process.stderr.write(`CONNECT_INSTANCE_ARN ${arnWords} Leave it out for placeholders.\n`)
  process.exitCode = 1
}
