import { createConnect } from '../../connect/connect.ts'
import { mistakesOf } from '../../environment-reading.ts'
import { parseInstanceEnvironment } from '../../environment.ts'
import { everythingAllowed } from '../../policy/policies.ts'
import { checkPolicyFile, groupsSummary } from '../../policy/policy-check.ts'
import { ProblemError } from '../../problem-error.ts'
import { silenceSdkNotice } from './process/process-warnings.ts'
import { readWithPolicy } from './process/start-reading.ts'

/* `npm run check-policy` checks the file in POLICY_FILE, and compares it with the instance. It changes nothing. */

const indented = (lines: readonly string[]) =>
  lines.flatMap((line) => line.split('\n')).map((line) => `  ${line}`)

function refuse(title: string, mistakes: readonly string[]): void {
  process.stderr.write(`${[title, ...indented(mistakes)].join('\n')}\n`)
  process.exitCode = 1
}

async function check(environment: typeof process.env): Promise<void> {
  const reading = readWithPolicy(
    environment,
    parseInstanceEnvironment(environment),
    // The check reads neither the bucket nor the secret. They may be set only where the proxy runs.
    ({ scheduleHorizonDays }) => ({
      ceilingDays: scheduleHorizonDays,
      takesFiles: true,
      hashesNumbers: true,
    }),
  )
  const isFileNamed = Boolean(environment['POLICY_FILE']?.trim())
  const missing = isFileNamed ? [] : ['POLICY_FILE is missing: the file to check, such as policy.json.']
  if (!reading.ok || missing.length > 0) {
    return refuse('The policy cannot be checked:', [...mistakesOf(reading), ...missing])
  }
  const { policyFile = everythingAllowed, configuration } = reading.configuration
  const { region, instanceId, connectRates: rates } = configuration
  const { mistakes, summaries } = await checkPolicyFile(
    policyFile,
    createConnect({ region, instanceId, rates }),
  )
  process.stdout.write(`${[...groupsSummary(policyFile), ...summaries].join('\n')}\n`)
  if (mistakes.length > 0) return refuse('The policy is not right for this instance:', mistakes)
  process.stdout.write('The policy is right for this instance.\n')
  return undefined
}

silenceSdkNotice()
try {
  await check(process.env)
} catch (error) {
  const why =
    error instanceof ProblemError ? (error.facts.logged?.why ?? error.facts.detail) : 'unexpected error'
  refuse('The policy could not be compared with the instance:', [why])
}
