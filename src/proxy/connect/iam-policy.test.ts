import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { instanceArn } from '../../simulators/instance/instance.ts'
import { iamPolicy, placeholderArn } from './iam-policy.ts'

/** These tests start whole processes, which is slow on a busy machine. */
vi.setConfig({ testTimeout: 30_000 })

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const read = (relative: string) => readFileSync(path(relative), 'utf8')

const actionsOf = ({ Statement }: ReturnType<typeof iamPolicy>) => Statement.flatMap(({ Action }) => Action)

/** The operations for which this folder imports the SDK: `FooCommand`, `paginateFoo`. */
function actionsOfCode(): string[] {
  const files = readdirSync(path('.'), { recursive: true, encoding: 'utf8' })
  const imported = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => /import \{[^}]*\} from '@aws-sdk\/client-connect'/.exec(read(file))?.[0])
  const operations = imported.join('\n').matchAll(/\b(?:paginate([A-Z]\w+)|([A-Z]\w+)Command)\b/g)
  return Array.from(operations, ([, paged, single]) => `connect:${paged ?? single}`)
}

describe('the policy of the proxy’s role', () => {
  it('allows exactly what the proxy calls, each in one statement', () => {
    expect(actionsOf(iamPolicy(placeholderArn)).toSorted()).toEqual(actionsOfCode().toSorted())
  })

  it('is the one in the operators’ README', () => {
    const [, block = ''] = /```json\n(\{\n {2}"Version"[\s\S]*?)```/.exec(read('../README.md')) ?? []

    // Compare without white space: the README has its own line breaks.
    expect(JSON.stringify(JSON.parse(block))).toBe(JSON.stringify(iamPolicy(placeholderArn)))
  })

  it('names only resources of the instance, and no action by a pattern', () => {
    const { Statement } = iamPolicy(instanceArn)

    for (const resource of Statement.flatMap(({ Resource }) => Resource)) {
      expect(resource.replace(instanceArn, '')).toMatch(/^(\/[a-z-]+\/\*)?$/)
    }
    expect(actionsOf(iamPolicy(instanceArn)).join()).not.toContain('*')
  })
})

const run = promisify(execFile)

const print = (environment: Readonly<Record<string, string>>) =>
  run(process.execPath, ['--import', 'tsx', path('../hosts/node/print-iam-policy.ts')], {
    env: { PATH: process.env['PATH'], ...environment },
  })

describe('npm run iam-policy', () => {
  it.each([
    ['for the instance of the environment', { CONNECT_INSTANCE_ARN: instanceArn }, instanceArn],
    ['with placeholders where the environment names none', {}, placeholderArn],
  ])('prints it %s', async (_, environment, arn) => {
    const { stdout } = await print(environment)

    expect(JSON.parse(stdout)).toEqual(iamPolicy(arn))
  })

  it('prints no policy for a wrong ARN, and does not repeat it', async () => {
    const printing = print({ CONNECT_INSTANCE_ARN: 'arn:aws:connect:marked' })

    await expect(printing).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.not.stringContaining('marked'),
    })
  })
})
