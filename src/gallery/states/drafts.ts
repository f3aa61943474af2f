import { call, chat } from '../contacts.ts'
import type { Scene, StateGroup } from '../gallery-state.ts'
import { answer, me, noAnswer } from '../proxy-answers.ts'
import { fillAndSubmit, fillTask } from '../steps.ts'

const callInFront = { contacts: [call, chat], currentContactId: call.contactId }

/** A draft that a second window of the same browser shows too. */
async function openInTwoWindows(scene: Scene) {
  await fillTask(scene)
  scene.agent.leave()
  const other = await scene.openWindow()
  await other.see('.tl-discard:enabled')
  return other
}

async function sendAndReload(scene: Scene): Promise<void> {
  await fillAndSubmit(scene)
  await scene.sent
  scene.reload()
}

/** The draft has been stored. Then the storage fails before the task is sent. */
async function sendWithoutStorage(scene: Scene): Promise<void> {
  await openInTwoWindows(scene)
  scene.breakStorage()
  await scene.agent.submit()
}

/** Which parts of drafts the browser stores. */
export const drafts: StateGroup = {
  title: 'Drafts in the browser',
  states: [
    {
      name: 'Before all drafts are deleted',
      session: callInFront,
      steps: async ({ agent, host }) => {
        await agent.type('name', 'Call back about the refund')
        agent.leave()
        host.set({ contacts: [call, chat], currentContactId: chat.contactId })
        await agent.press('.tl-others summary')
        await agent.press('.tl-others > .tl-link')
      },
      landmark: 'Delete this draft?',
    },
    {
      name: 'All drafts deleted in another window',
      now: () => new Date(),
      session: callInFront,
      steps: async (scene) => {
        await scene.agent.type('name', 'Call back about the refund')
        scene.agent.leave()
        scene.host.set({ contacts: [call, chat], currentContactId: chat.contactId })
        const other = await openInTwoWindows(scene)
        await other.press('.tl-others summary')
        await other.press('.tl-others > .tl-link')
        await other.press('.tl-others .tl-destroys')
      },
      landmark: 'You deleted all your drafts in another window',
    },
    {
      name: 'Two versions of a draft',
      now: () => new Date(),
      steps: async (scene) => {
        const other = await openInTwoWindows(scene)
        // Both windows type at the same moment. The other window stores its text first.
        await Promise.all([
          other.type('name', 'Call back about the parcel'),
          scene.agent.type('name', 'Call back about the refund today'),
        ])
        scene.agent.leave()
      },
      landmark: 'This draft was changed in another window too.',
    },
    {
      name: 'Being sent from another window',
      now: () => new Date(),
      proxy: { createTask: noAnswer },
      steps: async (scene) => {
        const other = await openInTwoWindows(scene)
        await other.submit()
      },
      landmark: 'Another window sent this task at',
    },
    {
      name: 'Created in another window',
      now: () => new Date(),
      steps: async (scene) => {
        const other = await openInTwoWindows(scene)
        await other.submit()
      },
      landmark: 'Created in another window',
    },
    {
      name: 'Created, and the browser could not store that',
      now: () => new Date(),
      steps: sendWithoutStorage,
      landmark: 'this browser has not stored that yet',
    },
    {
      name: 'The storage does not say what another window has sent',
      now: () => new Date(),
      proxy: { me: answer({ ...me, keepInBrowser: 'no-attribute-values' }) },
      steps: sendWithoutStorage,
      landmark: 'This browser’s storage does not answer',
    },
    {
      name: 'The organisation keeps drafts out of the browser',
      proxy: { me: answer({ ...me, keepInBrowser: 'nothing' }) },
      landmark: 'Your organisation keeps drafts out of this browser.',
    },
    {
      name: 'A question about a task whose text is not kept',
      now: () => new Date(),
      proxy: { me: answer({ ...me, keepInBrowser: 'nothing' }), createTask: noAnswer },
      steps: sendAndReload,
      landmark: 'This browser does not have its text.',
    },
  ],
}
