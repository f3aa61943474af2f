import type { ClientFailure } from '../../../client/task-client-error.ts'

/** For each failure of a request: what happened and what to do. Another text says whether the task exists. */
export const failureWords: Readonly<Record<ClientFailure['code'], string>> = {
  unauthenticated: 'You are signed out of the task panel. Create the task once you are signed in again.',
  'sign-in-unavailable':
    'Your sign-in could not be checked, because the sign-in service does not answer. Try again in a moment.',
  forbidden: 'Your organisation does not let you create tasks here. Ask your administrator.',
  'not-your-contact':
    'Amazon Connect does not list this contact as yours. Link the task to another contact, or to none.',
  'unknown-agent':
    'Amazon Connect has no user for your sign-in. Ask your administrator to check your user name.',
  'not-found':
    'This page may be out of date. Reload the page; if that does not help, tell your administrator.',
  malformed:
    'The task service could not read what this page sent. Reload the page; if that does not help, tell your administrator.',
  'too-large': 'The task is too large to send. Shorten the description, references or attributes.',
  'unsupported-type':
    'The task service could not read what this page sent. Reload the page; if that does not help, tell your administrator.',
  invalid: 'Some of what you filled in was refused. Check the marked fields.',
  'destination-gone': 'The chosen destination is no longer available. Choose another.',
  'template-changed':
    'The form has changed, or is no longer offered. What you typed is kept: look it over, and create the task again.',
  'upload-refused': 'The upload of a file is not accepted. Choose the file again, or remove it.',
  'store-failed': 'The file store failed, so nothing was created. Try again, or remove the files.',
  'quota-reached':
    'Amazon Connect has reached a limit: too many open tasks, or 12 tasks that continue the same contact. Try “Related” instead, or tell your administrator.',
  'already-ended': 'This task has already ended.',
  'already-accepted': 'Another agent has accepted this task, so it cannot be undone here. Ask them about it.',
  'already-started': 'This task has already started, so its time cannot be changed.',
  'reschedule-limit':
    'Amazon Connect does not let the time of this task be changed again: 20 changes are the limit. Undo the task and create another one instead.',
  'recipient-refused': 'Your organisation allows no messages to this number, so nothing was sent.',
  'quiet-hours':
    'It is too early or too late for a message where the customer is, so nothing was sent. Send it later.',
  'message-interval':
    'This customer got a message a short while ago, so nothing was sent. Send this one later.',
  throttled: 'Amazon Connect is busy. Try again in a moment.',
  busy: 'The task service is busy. Try again in a moment.',
  'connect-denied': 'The task service is not allowed to do this in Amazon Connect. Tell your administrator.',
  'connect-failed': 'Amazon Connect failed. Try again; if it keeps failing, tell your administrator.',
  'connect-timeout': 'Amazon Connect did not answer in time.',
  unexpected: 'The task service failed. Tell your administrator if it happens again.',
  'not-known-yet': 'This task is not in Amazon Connect’s list yet. Try again in a moment.',
  interrupted: 'The page was closed or reloaded before the answer came.',
  unreachable: 'The task service cannot be reached. Check your network connection.',
  offline: 'The network did not come back within 5 minutes. Create the task again when you are online.',
  'not-sent': 'The task waited for 5 minutes and was not sent. Create it again.',
  repeated:
    'The same task was sent from another draft or window while this one waited, so this one was not sent. Press the button to create another.',
  'another-agent':
    'The Contact Control Panel is signed in as another agent now, so nothing was sent in your name.',
  'part-missing': 'A part of this page is missing, so nothing was sent. Reload the page.',
  unreadable:
    'The panel could not read the answer of the task service. Tell your administrator if it happens again.',
}

/** Failures that need other words if the request was to stop or move an existing task. */
export const changeFailureWords: Partial<typeof failureWords> = {
  unauthenticated: 'You are signed out of the task panel. Sign in again, then try once more.',
  forbidden: 'Your organisation does not let you change tasks here. Ask your administrator.',
  'not-your-contact': 'Amazon Connect does not list this task as created by you.',
  'too-large':
    'The task service could not read what this page sent. Reload the page; if that does not help, tell your administrator.',
  invalid:
    'Amazon Connect refused the change and did not say why. Choose another time, or tell your administrator.',
}
