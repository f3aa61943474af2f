import { call, chat, noContact } from '../../contacts.ts'
import type { StateGroup } from '../../gallery-state.ts'
import { answer, callOfMaya, lostAnswer, noAnswer, problem } from '../../proxy-answers.ts'
import { fillAndSubmit, fillTask, scheduleLater } from '../../steps.ts'

export const sending: StateGroup = {
  title: 'Sending',
  states: [
    {
      name: 'The task is being created',
      proxy: { createTask: noAnswer },
      steps: fillAndSubmit,
      landmark: 'Creating the task…',
    },
    {
      name: 'Waiting for a busy Connect',
      proxy: { createTask: problem('throttled', { retryAfterSeconds: 60 }) },
      steps: fillAndSubmit,
      landmark: 'Amazon Connect is busy.',
    },
    {
      name: 'Waiting for a busy proxy',
      proxy: { createTask: problem('busy', { retryAfterSeconds: 30 }) },
      steps: fillAndSubmit,
      landmark: 'The task service is busy.',
    },
    {
      name: 'Waiting in line behind another task',
      session: { contacts: [call, chat], currentContactId: call.contactId },
      proxy: { createTask: noAnswer },
      steps: async (scene) => {
        await fillAndSubmit(scene)
        await scene.sent
        scene.agent.leave()
        scene.host.set({ contacts: [call, chat], currentContactId: chat.contactId })
        await scene.agent.see('.tl-notices .tl-notice')
        await fillAndSubmit(scene)
      },
      landmark: 'Your task waits for 1 other task of yours.',
    },
    {
      name: 'Offline, before a task is sent',
      isOffline: true,
      landmark: 'You are offline.',
    },
    {
      name: 'Offline, with a task that waits',
      isOffline: true,
      steps: fillAndSubmit,
      landmark: 'Your task will be sent if the connection is back',
    },
    {
      name: 'Checking after a lost answer',
      proxy: { createTask: problem('connect-timeout', { outcome: 'unknown', retryAfterSeconds: 60 }) },
      steps: fillAndSubmit,
      landmark: 'Checking whether the task was created…',
    },
    { name: 'Task created', steps: fillAndSubmit, landmark: 'Contact ID' },
    {
      name: 'Task created, not linked',
      session: noContact,
      steps: fillAndSubmit,
      landmark: 'Not linked to a contact',
    },
    {
      name: 'Task created, the call has ended since',
      steps: async (scene) => {
        await fillAndSubmit(scene)
        await scene.agent.see('.tl-created')
        scene.host.set({ contact: { ...call, state: 'ended' } })
      },
      landmark: 'Related to the call with +1 206 555 0142',
    },
    {
      name: 'Task scheduled',
      steps: async (scene) => {
        await fillTask(scene)
        await scheduleLater(scene)
        await scene.agent.submit()
      },
      landmark: 'Contact ID',
    },
    {
      name: 'Task scheduled, with the customer’s clock',
      proxy: {
        contact: answer({
          ...callOfMaya,
          attributes: [{ key: 'customerTimeZone', value: 'America/New_York' }],
        }),
      },
      steps: async (scene) => {
        await fillTask(scene)
        await scheduleLater(scene)
        await scene.agent.submit()
      },
      landmark: 'For the customer',
    },
    {
      name: 'Task created, the website of the instance is not known',
      proxy: { config: noAnswer },
      steps: fillAndSubmit,
      landmark: 'Contact ID',
    },
    {
      name: 'Outcome unknown: the answer was lost',
      proxy: { createTask: lostAnswer },
      steps: fillAndSubmit,
      landmark: 'The task may have been created',
    },
    {
      name: 'Outcome unknown: Connect did not answer in time',
      proxy: { createTask: problem('connect-timeout', { outcome: 'unknown', retryAfterSeconds: 1 }) },
      steps: fillAndSubmit,
      landmark: 'Amazon Connect did not answer in time.',
    },
    {
      name: 'Outcome unknown: the page was reloaded',
      // The real time: with the gallery's usual time, the attempt would be too old to be stored.
      now: () => new Date(),
      proxy: { createTask: noAnswer },
      steps: async (scene) => {
        await fillAndSubmit(scene)
        await scene.sent
        scene.reload()
      },
      landmark: 'The page was closed or reloaded before the answer came.',
    },
  ],
}
