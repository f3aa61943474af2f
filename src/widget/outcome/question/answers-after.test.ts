import { expect, test } from 'vitest'
import { answersAfter, type Answer, type Look } from './answers-after.ts'

const tasks = (count: number, isComplete = true): Look => ({ found: 'tasks', count, isComplete })

test('a single task that may be the lost one is the likely answer', () => {
  expect(answersAfter(tasks(1))).toEqual({ likely: 'this-one', shown: ['look-again', 'not-created'] })
})

test('if several tasks are found, no answer is the likely one', () => {
  expect(answersAfter(tasks(2))).toEqual({ shown: ['look-again', 'not-created'] })
})

test('the lost task may be one that the panel has not read', () => {
  expect(answersAfter(tasks(1, false)).shown).toContain('created')
})

test('if no task is found, no answer stands out: the list of Connect may be late', () => {
  expect(answersAfter(tasks(0))).toEqual({ shown: ['look-again', 'created', 'not-created'] })
})

test('while the panel looks, the agent can only go on without an answer', () => {
  expect(answersAfter({ found: 'looking' })).toEqual({ shown: ['later'] })
})

test('where the tasks could not be read, reading them again comes first', () => {
  expect(answersAfter({ found: 'unreadable' })).toMatchObject({
    likely: 'look-again',
    shown: ['look-again', 'created', 'not-created'],
  })
})

test('where the panel cannot look, only the agent knows', () => {
  expect(answersAfter({ found: 'not-findable' })).toEqual({ shown: ['created', 'not-created', 'later'] })
})

test('the answers always have the same order, and what changes nothing comes first', () => {
  const order: readonly Answer[] = ['look-again', 'created', 'not-created', 'later']
  const looks: readonly Look[] = [
    { found: 'looking' },
    { found: 'unreadable' },
    { found: 'not-findable' },
    tasks(0),
    tasks(1),
    tasks(2, false),
  ]
  for (const { shown } of looks.map(answersAfter))
    expect(shown).toEqual(order.filter((answer) => shown.includes(answer)))
})
