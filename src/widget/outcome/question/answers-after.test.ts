import { expect, test } from 'vitest'
import { answersAfter, type Look } from './answers-after.ts'

const tasks = (count: number, isComplete = true): Look => ({ found: 'tasks', count, isComplete })

test('a single task that may be the lost one is the likely answer', () => {
  expect(answersAfter(tasks(1))).toEqual({ primary: 'this-one', others: ['not-created', 'look-again'] })
})

test('if several tasks are found, no answer is the primary one', () => {
  expect(answersAfter(tasks(2))).toEqual({ others: ['not-created', 'look-again'] })
})

test('the lost task may be one that the panel has not read', () => {
  expect(answersAfter(tasks(1, false)).others).toContain('created')
})

test('if no task is found, “not created” is the likely answer', () => {
  expect(answersAfter(tasks(0))).toEqual({ primary: 'not-created', others: ['created', 'look-again'] })
})

test('while the panel looks, the agent can only go on without an answer', () => {
  expect(answersAfter({ found: 'looking' })).toEqual({ others: ['later'] })
})

test('where the tasks could not be read, reading them again comes first', () => {
  expect(answersAfter({ found: 'unreadable' }).primary).toBe('look-again')
})

test('where the panel cannot look, only the agent knows', () => {
  expect(answersAfter({ found: 'not-findable' })).toEqual({ others: ['not-created', 'created', 'later'] })
})
