import type { ContactSession, ContactSource } from '../../../entries/component.ts'
import { call } from '../../contacts.ts'
import type { StateGroup } from '../../gallery-state.ts'
import { lostAnswer, problem } from '../../proxy-answers.ts'

/** A source that always has the same session. */
const saying =
  (teller: ContactSource['teller'], session: ContactSession): (() => ContactSource) =>
  () => ({ teller, subscribe: () => () => {}, getSnapshot: () => session, close: () => {} })

export const sessionTroubles: StateGroup = {
  title: 'Session troubles',
  states: [
    {
      name: 'Waiting for the CCP',
      source: saying('ccp', { status: 'connecting' }),
      landmark: 'Waiting for the Contact Control Panel…',
    },
    {
      name: 'Waiting for the agent workspace',
      source: saying('workspace', { status: 'connecting' }),
      landmark: 'Waiting for the agent workspace…',
    },
    {
      name: 'The CCP does not answer',
      source: saying('ccp', { status: 'not-answering' }),
      landmark: 'The Contact Control Panel does not answer',
    },
    {
      name: 'The CCP does not answer, with the usual causes',
      source: saying('ccp', { status: 'not-answering' }),
      steps: ({ agent }) => agent.press('.tl-notice summary'),
      landmark: 'This page is not approved.',
    },
    {
      name: 'The agent workspace does not answer',
      source: saying('workspace', { status: 'not-answering' }),
      landmark: 'The agent workspace does not answer',
    },
    {
      name: 'The page does not tell the contact',
      source: saying('host', { status: 'not-answering' }),
      landmark: 'This page does not say which contact you have open.',
    },
    {
      name: 'The CCP is not understood',
      source: saying('ccp', { status: 'not-understood' }),
      landmark: 'does not understand this version',
    },
    {
      name: 'Signed out of the CCP at the start',
      source: saying('ccp', { status: 'sign-in-needed', signIn: () => true }),
      landmark: 'Sign in to the Contact Control Panel',
    },
    {
      name: 'Signed out of the CCP',
      source: saying('ccp', { status: 'signed-out', signIn: () => true }),
      landmark: 'You are signed out of the Contact Control Panel. Sign in there again',
    },
    {
      name: 'The CCP refuses to run here',
      source: saying('ccp', { status: 'access-denied' }),
      landmark: 'The Contact Control Panel refuses to run here',
    },
    {
      name: 'Outside of the agent workspace',
      source: saying('workspace', { status: 'outside-workspace' }),
      landmark: 'This page belongs inside the Amazon Connect agent workspace.',
    },
    {
      name: 'The workspace gives no permission',
      source: saying('workspace', {
        status: 'permission-missing',
        permissions: ['Contact.Details.View', 'User.Details.View'],
      }),
      landmark: 'Contact.Details.View, User.Details.View',
    },
    {
      name: 'Another agent in the CCP',
      session: { agent: { userId: 'another', name: 'Ben Okafor' }, contact: call },
      landmark: 'is signed in as Ben Okafor, this panel as Ana Ruiz',
    },
    {
      name: 'The page asks the agent to sign in',
      signIn: 'needed',
      landmark: 'Sign in to create tasks.',
    },
    {
      name: 'The sign-in of the page has ended',
      signIn: 'ended',
      landmark: 'Your sign-in has ended.',
    },
    {
      name: 'The sign-in window is blocked',
      signIn: 'window-blocked',
      landmark: 'The browser blocked the sign-in window.',
    },
    {
      name: 'Signed out of the panel',
      proxy: { me: problem('unauthenticated'), destinations: problem('unauthenticated') },
      landmark: 'You are signed out of the task panel.',
    },
    {
      name: 'Connect does not know the agent',
      proxy: { me: problem('unknown-agent'), destinations: problem('unknown-agent') },
      landmark: 'Amazon Connect has no user for your sign-in.',
    },
    {
      name: 'The proxy cannot be reached',
      proxy: { me: lostAnswer, destinations: lostAnswer, contact: lostAnswer },
      landmark: 'The task service cannot be reached.',
    },
  ],
}
