import { expect, test } from 'vitest'
import type { SubmissionState } from '../../../client/attempts/submission-state.ts'
import { pressMeans } from './press-means.ts'

const attempt = { clientToken: 't', request: {} }
const failure = { code: 'unreachable', outcome: 'unknown', issues: [] } as const
const rest = { uncertain: [], found: [], confirmed: [], tokens: { settled: [], sent: [] } }
const idle: SubmissionState<unknown, unknown> = { status: 'idle', ...rest }
const unknown: SubmissionState<unknown, unknown> = { status: 'unknown', attempt, failure, ...rest }
const repeat = { createdAt: 0, fingerprint: 'f' }

test('the button sends a draft, and sends it again once it is known that it was not created', () => {
  const notDone: SubmissionState<unknown, unknown> = { status: 'not-done', attempt, failure, ...rest }
  expect(pressMeans({ state: idle, mayAsk: false, news: {}, isAsked: false })).toBe('send')
  expect(pressMeans({ state: notDone, mayAsk: false, news: {}, isAsked: false })).toBe('send')
})

test('while Connect knows the attempt, the button checks its outcome', () => {
  expect(pressMeans({ state: unknown, mayAsk: true, news: {}, isAsked: false })).toBe('check')
})

test('while a question is open, the button is hidden and nothing is sent', () => {
  expect(pressMeans({ state: unknown, mayAsk: false, news: {}, isAsked: false })).toBe('answer-first')
  expect(pressMeans({ state: idle, mayAsk: false, news: { repeat }, isAsked: false })).toBe('answer-first')
  expect(pressMeans({ state: idle, mayAsk: false, news: {}, isAsked: true })).toBe('answer-first')
})

test('a press does nothing while the draft is on its way, or is created', () => {
  const sending: SubmissionState<unknown, unknown> = { status: 'sending', attempt, firstSentAt: 0, ...rest }
  expect(pressMeans({ state: sending, mayAsk: true, news: {}, isAsked: false })).toBe('nothing')
  expect(pressMeans({ state: sending, mayAsk: true, news: { repeat }, isAsked: false })).toBe('nothing')
})
