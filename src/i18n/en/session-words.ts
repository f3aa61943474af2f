import type { LateMessages } from '../late-messages.ts'
import { phrase } from '../phrase.ts'

const unapprovedOrigin = (origin: string) =>
  phrase`This page is not approved. An administrator adds ${origin} to the approved origins of the Amazon Connect instance.`

export const sessionWords: LateMessages['session'] = {
  'not-answering': {
    ccp: 'The Contact Control Panel does not answer, so the task cannot see your contact. What you type is kept. The usual causes:',
    workspace:
      'The agent workspace does not answer, so the task cannot see your contact. What you type is kept. Close this app and open it again.',
    host: 'This page does not say which contact is in front of you. What you type is kept.',
  },
  'not-understood':
    'The Contact Control Panel does not say who you are in a way this panel understands, so the task cannot see your contact. Ask your administrator for a newer version of this panel.',
  'sign-in-needed':
    'Sign in to the Contact Control Panel to link a task to your contact. What you type is kept.',
  'signed-out': 'You are signed out of the Contact Control Panel. What you type is kept.',
  signIn: 'Open the sign-in window',
  windowBlocked:
    'The browser blocked the sign-in window. Allow pop-ups for this page, then press the button again.',
  'access-denied':
    'The Contact Control Panel refuses to run here, so the task cannot see your contact. What you type is kept. The usual causes:',
  'outside-workspace':
    'This page belongs inside the Amazon Connect agent workspace. Open it there; here it cannot see your contact. What you type is kept.',
  'permission-missing': (permissions) =>
    phrase`This app may not see your contact. An administrator gives it in Amazon Connect: ${permissions.join(', ')}. What you type is kept.`,
  causes: {
    'not-answering': (origin) => [
      unapprovedOrigin(origin),
      'You are not signed in to Amazon Connect. Sign in in the window that opens, and allow pop-ups for this page.',
      'This browser blocks third-party cookies, or the network blocks Amazon Connect.',
    ],
    'access-denied': (origin) => [
      unapprovedOrigin(origin),
      'Your security profile does not include the Contact Control Panel.',
    ],
  },
  clockBehind: (duration) => phrase`This computer’s clock is ${duration} slow. The times here are right.`,
  clockAhead: (duration) => phrase`This computer’s clock is ${duration} fast. The times here are right.`,
  anotherAgent: (ccp, panel) =>
    phrase`The Contact Control Panel is signed in as ${ccp}, this panel as ${panel}. Sign in to both as the same person; until then no task can be created.`,
}
