import { createConnect } from '../../connect/connect.ts'
import { parseInstanceEnvironment } from '../../environment.ts'
import { checkPolicyFile, groupsSummary } from '../../policy/policy-check.ts'
import { ProblemError } from '../../problem-error.ts'
import { loadPolicyFile } from './load-policy-file.ts'

/* `npm run check-policy` checks the file in POLICY_FILE, and compares it with the instance. It changes nothing. */

const indented = (lines: readonly string[]) =>
  lines.flatMap((line) => line.split('\n')).map((line) => `  ${line}`)

function refuse(title: string, mistakes: readonly string[]): void {
  process.stderr.write(`${[title, ...indented(mistakes)].join('\n')}\n`)
  process.exitCode = 1
}

async function check(environment: typeof process.env): Promise<void> {
  const reading = parseInstanceEnvironment(environment)
  if (!reading.ok) return refuse('The policy cannot be checked:', reading.mistakes)
  const { scheduleHorizonDays, region, instanceId, connectRates: rates } = reading.configuration
  const loading = loadPolicyFile(environment['POLICY_FILE']?.trim() || undefined, scheduleHorizonDays)
  if (!loading.ok) return refuse('The policy is wrong:', loading.mistakes)
  if (!loading.file)
    return refuse('The policy cannot be checked:', ['POLICY_FILE is missing: the file to check.'])
  const { mistakes, summaries } = await checkPolicyFile(
    loading.file,
    createConnect({ region, instanceId, rates }),
  )
  process.stdout.write(`${[...groupsSummary(loading.file), ...summaries].join('\n')}\n`)
  if (mistakes.length > 0) return refuse('The policy is not right for this instance:', mistakes)
  process.stdout.write('The policy is right for this instance.\n')
  return undefined
}

try {
  await check(process.env)
} catch (error) {
  const why =
    error instanceof ProblemError ? (error.facts.logged?.why ?? error.facts.detail) : 'unexpected error'
  refuse('The policy could not be compared with the instance:', [why])
}
