import { call, chat, email } from '../../contacts.ts'
import type { Scene, StateGroup } from '../../gallery-state.ts'
import { noAnswer } from '../../proxy-answers.ts'
import { fillAndSubmit, fillTask } from '../../steps.ts'

const callInFront = { contacts: [call, chat, email], currentContactId: call.contactId }
const chatInFront = { contacts: [call, chat, email], currentContactId: chat.contactId }

/** The agent opens the chat in the CCP. */
function turnToChat({ agent, host }: Scene): void {
  agent.leave()
  host.set(chatInFront)
}

/** The agent begins a draft about the call, then opens the chat. The draft waits. */
async function leaveDraft(scene: Scene): Promise<void> {
  await scene.agent.type('name', 'Call back about the refund')
  turnToChat(scene)
  await scene.agent.see('.tl-others')
}

export const severalContacts: StateGroup = {
  title: 'Several contacts',
  states: [
    {
      name: 'Three contacts, one in front',
      session: callInFront,
      landmark: 'Related to this call',
    },
    {
      name: 'Three contacts, in the list',
      session: callInFront,
      steps: ({ agent }) => agent.press('.tl-chooser'),
      landmark: 'Chat with Jonas Weber',
    },
    {
      name: 'Three contacts, none in front',
      session: { contacts: [call, chat, email] },
      landmark: 'Choose the contact this task is about.',
    },
    {
      name: 'Submitted before a contact was chosen',
      session: { contacts: [call, chat, email] },
      steps: fillAndSubmit,
      landmark: 'Check 1 thing first',
    },
    {
      name: 'Another contact rings',
      session: { contacts: [chat, { ...call, state: 'incoming' }], currentContactId: chat.contactId },
      landmark: 'Ringing: call with',
    },
    {
      name: 'Another contact came to the front',
      session: callInFront,
      steps: async (scene) => {
        await fillTask(scene)
        scene.host.set(chatInFront)
      },
      landmark: 'Now open: the chat with Jonas Weber.',
    },
    {
      name: 'Another contact came to the front after the task was created',
      session: callInFront,
      steps: async (scene) => {
        await fillAndSubmit(scene)
        await scene.agent.see('.tl-created')
        scene.host.set(chatInFront)
      },
      landmark: 'Now open: the chat with Jonas Weber.',
    },
    {
      name: 'The contact of the draft was closed',
      session: callInFront,
      steps: async (scene) => {
        await fillTask(scene)
        scene.host.set({ contacts: [chat] })
      },
      landmark: 'Closed',
    },
    {
      name: 'Another draft waits',
      session: callInFront,
      steps: leaveDraft,
      landmark: '1 other unfinished draft',
    },
    {
      name: 'Another draft, in the list',
      session: callInFront,
      steps: async (scene) => {
        await leaveDraft(scene)
        await scene.agent.press('.tl-others summary')
      },
      landmark: 'Draft for the call with +1 206 555 0142',
    },
    {
      name: 'Another draft was discarded',
      session: callInFront,
      steps: async (scene) => {
        await leaveDraft(scene)
        await scene.agent.press('.tl-others summary')
        await scene.agent.press('.tl-others li button:last-of-type')
      },
      landmark: 'discarded.',
    },
    {
      name: 'Another task is being created',
      session: callInFront,
      proxy: { createTask: noAnswer },
      steps: async (scene) => {
        await fillAndSubmit(scene)
        await scene.sent
        turnToChat(scene)
      },
      landmark: 'being created…',
    },
  ],
}
