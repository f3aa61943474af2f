import { createConnect } from './connect/connect.ts'
import { parseInstanceEnvironment } from './environment.ts'
import { Failure } from './failure.ts'
import { loadPolicyFile } from './load-policy-file.ts'
import { checkPolicyFile } from './policy-check.ts'

/* `npm run check-policy`: whether the file in POLICY_FILE is right, and right for the instance. Changes nothing. */

const indented = (lines: readonly string[]) =>
  lines.flatMap((line) => line.split('\n')).map((line) => `  ${line}`)

function refuse(title: string, mistakes: readonly string[]): void {
  process.stderr.write(`${[title, ...indented(mistakes)].join('\n')}\n`)
  process.exitCode = 1
}

async function check(environment: typeof process.env): Promise<void> {
  const reading = parseInstanceEnvironment(environment)
  if (!reading.ok) return refuse('The policy cannot be checked:', reading.mistakes)
  const {
    policyFile: path,
    scheduleHorizonDays,
    region,
    instanceId,
    connectRates: rates,
  } = reading.configuration
  const loading = loadPolicyFile(path, scheduleHorizonDays)
  if (!loading.ok) return refuse('The policy is wrong:', loading.mistakes)
  if (!loading.file)
    return refuse('The policy cannot be checked:', ['POLICY_FILE is missing: the file to check.'])
  const { mistakes, summaries } = await checkPolicyFile(
    loading.file,
    createConnect({ region, instanceId, rates }),
  )
  process.stdout.write(`${summaries.join('\n')}\n`)
  if (mistakes.length > 0) return refuse('The policy is not right for this instance:', mistakes)
  process.stdout.write('The policy is right for this instance.\n')
  return undefined
}

try {
  await check(process.env)
} catch (error) {
  const why = error instanceof Failure ? (error.facts.detail ?? error.facts.code) : 'unforeseen error'
  refuse('The policy could not be held against the instance:', [why])
}
