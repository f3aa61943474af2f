import type { QuestionMessages, WaitingMessages } from '../../messages/question-messages.ts'
import { phrase } from '../../phrase.ts'
import type { Counting } from '../counting.ts'

const whatNow = { task: 'A task that you create now', message: 'A message that you send now' } as const

export const waitingWords = ({ counted }: Counting): WaitingMessages => ({
  why: {
    connect: 'Amazon Connect is busy.',
    proxy: 'The task service is busy.',
    offline: 'You are offline.',
    unreachable: 'The task service cannot be reached.',
  },
  before: (count) =>
    `Your task waits for ${counted(count, { one: 'other task of yours', other: 'other tasks of yours' })}.`,
  files: (count) =>
    count === 1
      ? 'The task is created once its file is uploaded.'
      : `The task is created once ${counted(count, { one: 'file is', other: 'files are' })} uploaded.`,
  left: (seconds) => `Your task will be sent in ${counted(seconds, { one: 'second', other: 'seconds' })}.`,
  changeLeft: (seconds) => `Trying again in ${counted(seconds, { one: 'second', other: 'seconds' })}.`,
  whenBack: 'Your task will be sent if the connection is back within 5 minutes.',
  stop: 'Do not send',
  beforePress: {
    offline: (kind) => `You are offline. ${whatNow[kind]} is sent if you are online again within 5 minutes.`,
    unreachable: (kind) =>
      `The task service cannot be reached. ${whatNow[kind]} is sent if it can be reached again within 5 minutes.`,
  },
})

export const questionWords: QuestionMessages = {
  title: (name) => phrase`“${name}” may have been created`,
  sentAt: (instant) => phrase`Sent ${instant}.`,
  check: 'Check again',
  checking: 'Checking…',
  checkAdvice: 'Check again to find out. For a few minutes this is safe: it creates no second task.',
  tooOld: 'It is too late to check again: that could create a second task.',
  looking: 'Looking for it in Amazon Connect…',
  foundSome: (count) =>
    count === 1 ? 'You created this task. Is it the one?' : 'You created these tasks. Is it one of them?',
  createdAt: (instant) => phrase`Created ${instant}`,
  thisOne: 'Yes, this one',
  thisOneOf: (name) => phrase`Yes, this one: “${name}”`,
  foundNone: (since) => phrase`Amazon Connect lists no task of yours for this contact since ${since}.`,
  notAll: 'The contact has more tasks than the panel looked through.',
  notFindable: 'Without a link it cannot be looked up from here. Look for it in Amazon Connect.',
  lookFailed: 'The tasks of the contact could not be read.',
  lookAgain: 'Look again',
  wasCreated: 'It was created',
  wasNotCreated: 'It was not created',
  found: (name) => phrase`“${name}” was created.`,
  confirmed: 'You found the task in Amazon Connect',
}
