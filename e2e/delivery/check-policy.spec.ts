import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { demoFlows } from '../../src/simulators/connect/state/demo-seed.ts'
import { test } from '../support/product.ts'

/* `npm run check-policy`, as an administrator runs it before a restart. */

const tool = fileURLToPath(new URL('../../dist/proxy/check-policy.js', import.meta.url))

function run(environment: Readonly<Record<string, string>>) {
  // Asynchronous, because the Connect simulator that it calls runs in this process.
  const child = spawn(process.execPath, [tool], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  return Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
    ([stdout, stderr]) => ({ status: child.exitCode, stdout, stderr }),
  )
}

test('an administrator reads the names and counts behind a policy', async ({ product }, testInfo) => {
  const path = testInfo.outputPath('policy.json')
  await writeFile(
    path,
    JSON.stringify({ policies: [{ name: 'Everybody', flows: [demoFlows.refundApprovals.flowId] }] }),
  )

  const { status, stdout } = await run({ ...product.farSide.environment, POLICY_FILE: path })

  expect(stdout).toContain('Everybody: for every agent\n  flows: Refund approvals\n')
  expect(stdout).toContain('The policy is right for this instance.')
  expect(status).toBe(0)
})

test('an administrator reads where a policy is wrong, and its values are not printed', async ({
  product,
}, testInfo) => {
  const path = testInfo.outputPath('policy.json')
  await writeFile(path, JSON.stringify({ policies: [{ name: 'Everybody', flows: ['marked'] }] }))

  const { status, stderr } = await run({ ...product.farSide.environment, POLICY_FILE: path })

  expect(stderr).toContain(
    'The policy is not right for this instance:\n  policies[0].flows[0] is not a flow of this instance',
  )
  expect(status).toBe(1)
})

for (const [what, environment, words] of [
  ['no file', {}, 'POLICY_FILE is missing: the file to check, such as policy.json.'],
  [
    'a file that is not there',
    { POLICY_FILE: '/not/there.json' },
    'POLICY_FILE names a file that does not exist.',
  ],
  [
    'no instance',
    { CONNECT_INSTANCE_ARN: '' },
    'CONNECT_INSTANCE_ARN is missing: the ARN of your Connect instance, such as arn:aws:connect:',
  ],
] as const) {
  test(`an administrator who gives ${what} gets a message that says so`, async ({ product }) => {
    const { status, stderr } = await run({ ...product.farSide.environment, ...environment })

    expect(stderr).toContain(words)
    expect(status).toBe(1)
  })
}
