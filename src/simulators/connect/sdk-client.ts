import { ConnectClient, type ConnectClientConfig } from '@aws-sdk/client-connect'
import { region } from '../instance/instance.ts'
import type { ConnectSimulator } from './connect-simulator.ts'

/** The real SDK, connected to a simulator. It makes one attempt, so that a test sees each response. */
export function sdkClient(
  { url, credentials }: ConnectSimulator,
  config: ConnectClientConfig = {},
): ConnectClient {
  return new ConnectClient({ endpoint: url, region, credentials, maxAttempts: 1, ...config })
}

/** The error that the SDK throws for a refused call. */
interface Refusal {
  readonly name: string
  readonly status: number | undefined
  readonly message: string
}

/** Resolves to the refusal of a call; throws if the call was accepted. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  const error = await call.then(
    () => new Error('The call was accepted.'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof Error)) throw new TypeError('The thrown value is not an Error.')
  const metadata: unknown = Reflect.get(error, '$metadata')
  const status: unknown = metadata instanceof Object ? Reflect.get(metadata, 'httpStatusCode') : undefined
  return { name: error.name, status: typeof status === 'number' ? status : undefined, message: error.message }
}
