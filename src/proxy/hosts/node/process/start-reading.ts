import { scheduleHorizonDaysLimit } from '../../../../core/fields/schedule/horizon.ts'
import { mistakesOf, type Environment, type EnvironmentReading } from '../../../environment-reading.ts'
import type { AppConfiguration } from '../../../environment.ts'
import type { Deployment } from '../../../policy/policy-contradictions.ts'
import type { PolicyFile } from '../../../policy/policies.ts'
import { loadPolicyFile } from '../environment/load-policy-file.ts'
import { misspeltVariables, misspeltWords } from '../environment/misspelt-variables.ts'

export interface WithPolicy<Configuration> {
  readonly configuration: Configuration
  /** Undefined if POLICY_FILE is not set. */
  readonly policyFile: PolicyFile | undefined
  /** Sentences about variables that have no effect. */
  readonly warnings: readonly string[]
}

export const deploymentOf = ({
  scheduleHorizonDays,
  uploads,
  numberHashSecret,
}: AppConfiguration): Deployment => ({
  ceilingDays: scheduleHorizonDays,
  takesFiles: uploads !== undefined,
  hashesNumbers: numberHashSecret !== undefined,
})

/** Adds the policy file to what was read of the environment, or its mistakes to those of the environment. */
export function readWithPolicy<Configuration>(
  environment: Environment,
  reading: EnvironmentReading<Configuration>,
  allowedBy: (configuration: Configuration) => Deployment,
): EnvironmentReading<WithPolicy<Configuration>> {
  // While the limits of the deployment are unknown, a policy may have every limit.
  const deployment = reading.ok
    ? allowedBy(reading.configuration)
    : { ceilingDays: scheduleHorizonDaysLimit, takesFiles: true, hashesNumbers: true }
  const policy = loadPolicyFile(environment['POLICY_FILE']?.trim() || undefined, deployment)
  const misspelt = misspeltVariables(environment)
  // Without its policy the proxy would allow everything to every agent, so a warning would come too late.
  const isPolicyLost = misspelt.some(({ meant }) => meant === 'POLICY_FILE')
  const warnings = misspelt.map(misspeltWords)
  if (!reading.ok || !policy.ok || isPolicyLost) {
    return {
      ok: false,
      mistakes: [...mistakesOf(reading), ...(policy.ok ? [] : policy.mistakes), ...warnings],
    }
  }
  return {
    ok: true,
    configuration: { configuration: reading.configuration, policyFile: policy.file, warnings },
  }
}
