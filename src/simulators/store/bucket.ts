import type { CORSRule, LifecycleRule } from '@aws-sdk/client-s3'
import { accessDenied, StoreError } from './answers/store-error.ts'
import { expiryOf } from './objects/lifecycle.ts'
import type { StoredObject, StoredObjects } from './objects/stored-objects.ts'

export type StorePermission = 's3:PutObject' | 's3:GetObject' | 's3:DeleteObject' | 's3:ListBucket'

/** The one bucket, its objects and its configuration. */
export interface Bucket {
  readonly objects: StoredObjects
  readonly now: () => number
  permissions: ReadonlySet<StorePermission>
  corsRules: readonly CORSRule[]
  lifecycleRules: readonly LifecycleRule[]
}

export function requirePermission({ permissions }: Bucket, permission: StorePermission) {
  if (!permissions.has(permission)) throw accessDenied('Access Denied')
}

/** An object that exists and that no lifecycle rule has deleted. */
export function liveObject({ objects, now, lifecycleRules }: Bucket, key: string): StoredObject | undefined {
  const object = objects.get(key)
  const expiry = object && expiryOf(object, lifecycleRules)
  if (expiry === undefined || expiry.at > now()) return object
  objects.remove(key)
  return undefined
}

/**
 * HeadObject, "Permissions": an object that does not exist is answered with 404 only to a caller who may list the bucket,
 * and with 403 to others.
 */
export function requireObject(bucket: Bucket, key: string): StoredObject {
  const object = liveObject(bucket, key)
  if (object !== undefined) return object
  requirePermission(bucket, 's3:ListBucket')
  throw new StoreError(404, 'NoSuchKey', 'The specified key does not exist.', { Key: key })
}

export function objectHeaders(object: StoredObject, { lifecycleRules }: Bucket): Record<string, string> {
  const expiry = expiryOf(object, lifecycleRules)
  return {
    etag: object.etag,
    // The default encryption of every bucket since 2023.
    'x-amz-server-side-encryption': 'AES256',
    ...(expiry && {
      'x-amz-expiration': `expiry-date="${new Date(expiry.at).toUTCString()}", rule-id="${expiry.ruleId}"`,
    }),
  }
}

export const checksumHeaders = ({ hasChecksum, sha256 }: StoredObject): Record<string, string> =>
  hasChecksum ? { 'x-amz-checksum-sha256': sha256, 'x-amz-checksum-type': 'FULL_OBJECT' } : {}
