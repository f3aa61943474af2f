import { expect, it } from 'vitest'
import { contactIdShape } from './contact-id-shape.ts'

it('knows the ids of Connect, and tells a slip of the agent from them', () => {
  expect('93700215-5f0c-4d1e-9a3b-6c2e8f41d7a9').toMatch(contactIdShape)
  expect('93700215-5F0C-4D1E-9A3B-6C2E8F41D7A9').toMatch(contactIdShape)

  for (const slip of [
    'abc',
    '93700215',
    '93700215-5f0c-4d1e-9a3b',
    'https://a.example/93700215',
    'not/an id',
  ])
    expect(slip).not.toMatch(contactIdShape)
})
