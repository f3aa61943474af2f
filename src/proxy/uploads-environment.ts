import * as z from 'zod/mini'
import { isSafeAddress } from '../core/text/safe-address.ts'
import { secretVariable } from './secret-variable.ts'

/* The variables about files of tasks. Without ATTACHMENTS_BUCKET, the proxy takes no files. */

export interface UploadsConfiguration {
  readonly bucket: string
  /** Another server that speaks S3, or a VPC endpoint; AWS’s own if absent. */
  readonly storeEndpoint?: string
  readonly sealSecret: string
  /** The secret before the last rotation. It opens tokens and seals none. */
  readonly previousSealSecret?: string
}

/** Names of general purpose buckets (S3 user guide, "Bucket naming rules"): the endings belong to other kinds, which sign in other ways. */
const bucketPattern =
  /^(?!\d+\.\d+\.\d+\.\d+$)(?!.*(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$)[a-z0-9](?:[a-z0-9-]|\.(?!\.)){1,61}[a-z0-9]$/

export const uploadsShape = {
  ATTACHMENTS_BUCKET: z.optional(
    z
      .string()
      .check(z.regex(bucketPattern, 'must be the name of an S3 bucket, such as example-tasklink-uploads.')),
  ),
  SEAL_SECRET: z.optional(secretVariable),
  SEAL_SECRET_PREVIOUS: z.optional(secretVariable),
  AWS_ENDPOINT_URL_S3: z.optional(
    z
      .string()
      .check(
        z.refine<string>(
          isSafeAddress,
          'must be a whole https:// address without user and password; http:// only for localhost.',
        ),
      ),
  ),
}

const uploadsVariables = z.object(uploadsShape)

type UploadsVariables = z.infer<typeof uploadsVariables>

/** Mistakes that only several variables together show. */
export function uploadsMistakes(
  variables: Partial<Readonly<Record<string, string | undefined>>>,
): readonly string[] {
  const isSet = (name: string) => Boolean(variables[name]?.trim())
  return [
    ...(isSet('ATTACHMENTS_BUCKET') && !isSet('SEAL_SECRET')
      ? [
          'SEAL_SECRET is missing: with ATTACHMENTS_BUCKET, the proxy needs a secret for its upload tokens, such as one that openssl rand -base64 32 writes. Give all proxies the same.',
        ]
      : []),
    ...(isSet('SEAL_SECRET_PREVIOUS') && !isSet('SEAL_SECRET')
      ? ['SEAL_SECRET_PREVIOUS has no effect without SEAL_SECRET. Set both, or remove it.']
      : []),
  ]
}

/** Undefined if the proxy takes no files. */
export function uploadsConfigurationOf(variables: UploadsVariables): UploadsConfiguration | undefined {
  const { ATTACHMENTS_BUCKET: bucket, SEAL_SECRET: sealSecret, SEAL_SECRET_PREVIOUS: previous } = variables
  if (bucket === undefined || sealSecret === undefined) return undefined
  const { AWS_ENDPOINT_URL_S3: storeEndpoint } = variables
  return {
    bucket,
    sealSecret: sealSecret.trim(),
    ...(previous === undefined ? {} : { previousSealSecret: previous.trim() }),
    ...(storeEndpoint === undefined ? {} : { storeEndpoint }),
  }
}
