import { createHostSource } from '../../../contacts/host/source.ts'
import { call, chat, email, noContact } from '../../contacts.ts'
import type { StateGroup } from '../../gallery-state.ts'
import { answer, noAnswer, problem } from '../../proxy-answers.ts'

const inState = (state: 'incoming' | 'paused' | 'ended' | 'missed') => ({ contact: { ...call, state } })

export const start: StateGroup = {
  title: 'At the start',
  states: [
    { name: 'Empty, on a call', landmark: 'Related to this call' },
    {
      name: 'Empty, on a chat',
      session: { contact: chat },
      landmark: 'Related to this chat',
    },
    { name: 'Empty, on an email', session: { contact: email }, landmark: 'Where is my parcel?' },
    { name: 'Empty, no contact', session: noContact, landmark: 'You have no contact now.' },
    { name: 'Call rings', session: inState('incoming'), landmark: 'Ringing' },
    { name: 'Contact is paused', session: inState('paused'), landmark: 'Paused' },
    { name: 'After-contact work', session: inState('ended'), landmark: 'After-contact work' },
    { name: 'Call was missed', session: inState('missed'), landmark: 'Missed' },
    {
      name: 'Details of the contact',
      steps: ({ agent }) => agent.press('.tl-drop-down > summary'),
      landmark: `ID ${call.contactId}`,
    },
    {
      name: 'Contact without a name',
      session: { contact: { contactId: call.contactId, channel: 'queue_callback' } },
      landmark: 'No name given',
    },
    {
      name: 'Waiting for the page to tell the contact',
      source: createHostSource,
      landmark: 'Waiting for this page to name the contact',
    },
    {
      name: 'Destinations are loading',
      proxy: { destinations: noAnswer },
      // The field's label. "Loading" is only in the placeholder, which is not part of the page's text.
      landmark: 'Who should do it?',
    },
    {
      name: 'Destinations could not be loaded',
      proxy: { destinations: problem('connect-timeout') },
      landmark: 'The list of destinations could not be loaded.',
    },
    {
      name: 'No destination to choose',
      proxy: { destinations: answer({ flows: [], quickConnects: [] }) },
      landmark: 'There is no person, queue, flow or form to choose.',
    },
    {
      name: 'Drafts are not kept',
      isStorageBroken: true,
      steps: ({ agent }) => agent.type('name', 'Call back about the refund'),
      landmark: 'This browser stores nothing for this page.',
    },
    {
      name: 'The panel has failed',
      now: () => {
        throw new Error('The clock of the gallery fails on purpose.')
      },
      landmark: 'The task panel has failed.',
    },
  ],
}
