import { expect, it } from 'vitest'
import { createTextBook } from './text-book.ts'

const textsLeft = (book: ReturnType<typeof createTextBook>) => book.latest().map(({ text }) => text)

it('a text that the agent typed and replaced in both of two windows may be gone', () => {
  const book = createTextBook()
  book.note('Call back', '', 1, 1)
  book.note('Call back', '', 2, 2)
  book.note('Send the invoice', 'Call back', 1, 3)
  book.note('Write to her', 'Call back', 2, 4)

  expect(textsLeft(book)).toEqual(['Send the invoice', 'Write to her'])
})

it('a text that the agent replaced in one of two windows must still be in the other', () => {
  const book = createTextBook()
  book.note('Call back', '', 1, 1)
  book.note('Call back', '', 2, 2)
  book.note('Send the invoice', 'Call back', 1, 3)

  expect(textsLeft(book)).toEqual(['Call back', 'Send the invoice'])
})

it('a text of another window that this window shows is also replaced there', () => {
  const book = createTextBook()
  book.note('Call back', '', 1, 1)
  book.note('Send the invoice', 'Call back', 1, 2)
  book.note('Call back', 'Send the invoice', 2, 3)
  book.note('Write to her', 'Call back', 1, 4)

  expect(textsLeft(book)).toEqual(['Write to her'])
})

it('has one text where the agent has typed the same into one draft in two windows', () => {
  const book = createTextBook()
  book.note('the same', '', 1, 0)
  book.note('other words', '', 2, 1)
  book.note('the same', 'other words', 2, 2)
  book.shareWith(2, 'the same')
  book.note('new', 'the same', 1, 3)

  expect(book.latest().map(({ text }) => text)).toEqual(['new'])
})
