import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { hostsInBoth, isHostAmong } from './url-hosts.ts'

const host = fc
  .array(fc.constantFrom('a', 'b', 'shop', 'example'), { minLength: 1, maxLength: 4 })
  .map((labels) => labels.join('.'))
const entry = fc.oneof(
  host,
  host.map((below) => `*.${below}`),
)
const entries = fc.array(entry, { maxLength: 4 })

const allows = (allowed: string, one: string) =>
  allowed === one || (allowed.startsWith('*.') && one.endsWith(allowed.slice('*'.length)))

it('allows a host that is listed, and every host below one that is listed with a star', () => {
  fc.assert(
    fc.property(entries, host, (hosts, one) => {
      expect(isHostAmong(hosts, one)).toBe(hosts.some((allowed) => allows(allowed, one)))
    }),
    { numRuns: 1_000 },
  )
})

it('of two lists, allows what both allow', () => {
  fc.assert(
    fc.property(entries, entries, host, (one, other, asked) => {
      expect(isHostAmong(hostsInBoth(one, other) ?? [], asked)).toBe(
        isHostAmong(one, asked) && isHostAmong(other, asked),
      )
    }),
    { numRuns: 1_000 },
  )
})
