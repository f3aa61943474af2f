import { ConnectClient, type ConnectClientConfig } from '@aws-sdk/client-connect'
import { region } from '../instance/instance.ts'
import type { ConnectSimulator } from './connect-simulator.ts'

/** The real SDK, pointed at a simulator; one attempt, so that a test sees each answer as it is. */
export function sdkClient(
  { url, credentials }: ConnectSimulator,
  config: ConnectClientConfig = {},
): ConnectClient {
  return new ConnectClient({ endpoint: url, region, credentials, maxAttempts: 1, ...config })
}

/** How the SDK reports a refusal. */
interface Refusal {
  readonly name: string
  readonly status: number | undefined
  readonly message: string
}

/** The refusal that a call ends in; an accepted call has none, and that is an error here. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  const error = await call.then(
    () => new Error('The call was accepted.'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof Error)) throw new TypeError('Something else than an error was thrown.')
  const metadata: unknown = Reflect.get(error, '$metadata')
  const status: unknown = metadata instanceof Object ? Reflect.get(metadata, 'httpStatusCode') : undefined
  return { name: error.name, status: typeof status === 'number' ? status : undefined, message: error.message }
}
