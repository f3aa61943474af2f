import { expect, it } from 'vitest'
import { messageWith } from './message-content.ts'

const run = { seed: '7.1', keeps: 'everything' } as const

it('the agent edits back to a text: it goes to the same number as before, and is no other message', () => {
  const before = messageWith('Text 1', run)

  expect(messageWith('Text 2', run).to).not.toBe(before.to)
  expect(messageWith('Text 1', run)).toEqual(before)
})

it('the same text of another run goes to another number, because the proxy goes on from run to run', () => {
  expect(messageWith('Text 1', { ...run, seed: '7.2' }).to).not.toBe(messageWith('Text 1', run).to)
})
