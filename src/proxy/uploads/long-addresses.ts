import type { LogWarning } from '../logs/warning-log.ts'
import { addressLimit, givenKey } from './ready-files.ts'
import type { ObjectStore } from './store/object-store.ts'
import { keyPrefix } from './store/store-permissions.ts'

/** The warning in the log. */
export const longAddressWarning = 'file-address-too-long'

const anyUuid = '00000000-0000-4000-8000-000000000000'

/** The session token of a role is part of each address, and AWS gives it no limit. */
export async function warnOfLongAddresses(
  store: ObjectStore,
  instanceId: string,
  log: LogWarning,
): Promise<void> {
  const key = `${keyPrefix(instanceId)}${anyUuid}`
  const { length } = await store.presignGet(givenKey({ key }), 1_000)
  if (length <= addressLimit) return
  log({
    warning: longAddressWarning,
    why: `The address of a file has ${length} characters, and Amazon Connect takes ${addressLimit}, so tasks get no files. The session token of the proxy’s credentials is a part of it: use a role with fewer or no session policies and tags, or a shorter name of the bucket.`,
  })
}
