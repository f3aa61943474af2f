import type { SignInWindowMessages } from '../messages/messages.ts'

export const signInWindowWords: SignInWindowMessages = {
  title: 'Sign in to the task panel',
  starting: 'Waiting for the task panel…',
  ready: 'The sign-in page opens in a second window. Keep this one open until you are signed in.',
  open: 'Sign in in the window that has opened. Both windows close when you are signed in.',
  blocked:
    'The browser blocked the sign-in page. Allow pop-up windows for this page, then press the button again.',
  done: 'There is nothing more to do in this window. You can close it.',
  failed:
    'The sign-in page is not known, because the sign-in service cannot be reached. Close this window and try again.',
  button: 'Open the sign-in page',
  returned:
    'One step is left. Go back to the task panel and press “Sign in” there; this window then closes by itself.',
  openPanel: 'Open the task panel here',
}
