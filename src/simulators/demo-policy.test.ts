import { describe, expect, it } from 'vitest'
import { readPolicyFile } from '../proxy/policy/policy-file.ts'
import { demoPolicy } from './demo-policy.ts'

describe('the policy of the demo', () => {
  it('is one that a proxy takes', () => {
    const reading = readPolicyFile(JSON.stringify(demoPolicy), {
      ceilingDays: 6,
      takesFiles: true,
      hashesNumbers: true,
    })

    expect(reading).toMatchObject({ ok: true })
  })
})
