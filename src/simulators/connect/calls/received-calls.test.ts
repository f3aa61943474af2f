import { expect, it } from 'vitest'
import { createCallLog } from './received-calls.ts'

it('the call log keeps the latest 1,000 calls', () => {
  const log = createCallLog()
  const paths = Array.from({ length: 1_002 }, (_, index) => `/${index}`)
  const answers = paths.map((path) => log.add({ operation: undefined, method: 'GET', path, body: '' }))
  answers.forEach((answered) => answered(404))
  expect(log.calls).toHaveLength(1_000)
  expect(log.calls[0]).toEqual({ operation: undefined, method: 'GET', path: '/2', body: '', status: 404 })
})
