import type { LateMessages } from '../messages/late-messages.ts'
import { phrase } from '../phrase.ts'

const unapprovedOrigin = (origin: string) =>
  phrase`This page is not approved. An administrator adds ${origin} to the approved origins of the Amazon Connect instance.`

export const sessionWords: LateMessages['session'] = {
  'not-answering': {
    ccp: 'The Contact Control Panel does not answer, so the panel cannot see your contact.',
    workspace:
      'The agent workspace does not answer, so the panel cannot see your contact. Close this app and open it again.',
    host: 'This page does not say which contact you have open. Reload it, or tell your administrator.',
  },
  'not-understood':
    'This panel does not understand this version of the Contact Control Panel, so it cannot see your contact. Ask your administrator for a newer version of this panel.',
  'sign-in-needed': 'Sign in to the Contact Control Panel to link a task to your contact.',
  'signed-out':
    'You are signed out of the Contact Control Panel. Sign in there again to link tasks to your contact.',
  signIn: 'Open the sign-in window',
  windowBlocked:
    'The browser blocked the sign-in window. Allow pop-ups for this page, then press the button again.',
  'access-denied': 'The Contact Control Panel refuses to run here, so the panel cannot see your contact.',
  'outside-workspace':
    'This page belongs inside the Amazon Connect agent workspace. Open it there; here the panel cannot see your contact.',
  'permission-missing': (permissions) =>
    phrase`This panel is not allowed to see your contact. Ask an administrator to give it these permissions in Amazon Connect: ${permissions.join(', ')}.`,
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
  signedOutOfPanel: 'You are signed out of the task panel. Reload the page to sign in again.',
  kept: 'What you type is kept.',
  causesTitle: 'Usual causes',
}

export const signInWords: LateMessages['signIn'] = {
  'signing-in': 'Signing in…',
  'in-window': 'A window has opened for you to sign in.',
  'in-sandboxed-window':
    'A window has opened for you to sign in. If it shows an error, tell your administrator: this frame’s sandbox needs allow-popups-to-escape-sandbox.',
  needed: 'Sign in to create tasks.',
  'needed-in-each': 'Sign in to create tasks. This browser asks you in each panel of a page.',
  ended: 'Your sign-in has ended.',
  'window-blocked':
    'The browser blocked the sign-in window. Allow pop-ups for this page, then press “Sign in”.',
  'window-closed':
    'The sign-in window was closed before you were signed in. If it is still open, sign in there, or press “Sign in” again.',
  failed: 'Signing in did not work. Try again; if it keeps failing, tell your administrator.',
  button: 'Sign in',
}
