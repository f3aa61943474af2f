import { expect, it } from 'vitest'
import { hostWords } from './host-words.ts'

it('names a few hosts, and counts the rest of many', () => {
  expect(hostWords(['a.example'])).toBe('a.example')
  expect(hostWords(['a.example', 'b.example', 'c.example', '*.d.example'])).toBe(
    'a.example, b.example, c.example, *.d.example',
  )
  expect(hostWords(['a.example', 'b.example', 'c.example', 'd.example', 'e.example'])).toBe(
    'a.example, b.example, c.example and 2 others',
  )
})
