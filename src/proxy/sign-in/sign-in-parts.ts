import type { AppConfiguration } from '../environment.ts'
import { createDependency, type Dependency, type LogDependency } from '../logs/dependency-log.ts'
import type { LogWarning } from '../logs/warning-log.ts'
import type { PolicyFile } from '../policy/policies.ts'
import { createAuthenticate, type Authenticate } from './authenticate.ts'
import { createGroupsReader } from './groups-reader.ts'
import { createSignInProvider, type SignInProvider } from './sign-in-provider.ts'

/** The parts of the proxy that tell who sends a request. */
export interface SignInParts {
  readonly signInProvider: SignInProvider
  readonly authenticate: Authenticate
  /** Why the last attempt to ask the identity provider failed. */
  readonly providerReason: Dependency['reason']
}

export interface SignInPartsOptions {
  readonly configuration: Pick<AppConfiguration, 'issuer' | 'audience' | 'agentClaim'>
  readonly policyFile: PolicyFile
  readonly now: () => Date
  readonly logDependency: LogDependency
  readonly logWarning: LogWarning
}

export function createSignInParts(options: SignInPartsOptions): SignInParts {
  const { configuration, policyFile, now, logDependency, logWarning } = options
  const { issuer, audience, agentClaim } = configuration
  const dependency = createDependency({
    name: 'identity provider',
    isReady: () => provider.isReady(),
    log: logDependency,
  })
  const provider = createSignInProvider({ issuer, now, note: dependency.note })
  return {
    signInProvider: provider,
    authenticate: createAuthenticate({
      provider,
      issuer,
      audience,
      agentClaim,
      readGroups: createGroupsReader(policyFile, logWarning),
      now,
    }),
    providerReason: dependency.reason,
  }
}
