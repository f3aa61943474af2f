import { phrase } from '../../phrase.ts'
import type { RepeatMessages, TasksMessages } from '../../messages/task-messages.ts'

const createdWords: TasksMessages['createdBy'] = (instant, creator) => {
  if (creator === 'you') return phrase`Created ${instant} by you`
  const { colleague } = creator
  if (colleague === undefined) return phrase`Created ${instant}`
  return phrase`Created ${instant} by ${colleague ?? 'a colleague'}`
}

export const repeatWords: RepeatMessages = {
  created: (time) => phrase`You created this at ${time}.`,
  inDoubt: (time) =>
    phrase`The same task was sent from another draft or window at ${time} and may have been created.`,
  sentBefore: (instant) => phrase`This draft was sent on ${instant}, and its task may have been created.`,
  ofDraft: (instant) => phrase`A task was created from this draft on ${instant}.`,
  waiting: 'Another draft says the same and is about to be sent.',
  notSeen: 'This browser’s storage does not answer, so another window may have sent this draft already.',
  question: 'Create another?',
  questionOfDraft: 'Create another?',
  no: 'No',
  yes: 'Create another',
}

export const taskWords: TasksMessages = {
  title: 'Tasks from this contact',
  summary: (all, ofColleagues) => {
    if (ofColleagues === 0) return phrase`${all}`
    return ofColleagues === all ? phrase`${all} by others` : phrase`${all} (${ofColleagues} by others)`
  },
  reading: 'Reading the tasks…',
  failed: 'Amazon Connect’s list of tasks could not be read.',
  none: 'No tasks yet.',
  more: 'This contact has more tasks. Amazon Connect lists them all.',
  unnamed: 'Task',
  states: {
    scheduled: (instant) => phrase`Starts ${instant}`,
    started: 'Started',
    waiting: 'Waiting to be accepted',
    accepted: (instant) => (instant === undefined ? 'Accepted' : phrase`Accepted ${instant}`),
    ended: (instant) => (instant === undefined ? 'Ended' : phrase`Ended ${instant}`),
    stopped: (instant) => phrase`Stopped ${instant}`,
    notKnownYet: 'Not in Amazon Connect’s list yet',
  },
  createdBy: createdWords,
  undo: 'Undo',
  undoTask: 'Undo task',
  undoOf: (task) => phrase`Undo “${task}”`,
  changeTime: 'Change time',
  changeTimeOf: (task) => phrase`Change time of “${task}”`,
  ask: 'Stop this task?',
  askMeans: 'It will end, and its text cannot be brought back.',
  stopIt: 'Stop it',
  keepIt: 'Keep it',
  stopping: 'Stopping the task…',
  stopped: 'Task stopped',
  stoppedMeans: (hadStarted) =>
    hadStarted
      ? 'It has ended in Amazon Connect. If a colleague accepted it at that very moment, it has closed for them too.'
      : 'It will not start.',
  hadEnded: 'Task has ended',
  hadEndedMeans: (isAnswerLost) =>
    isAnswerLost
      ? 'The first answer was lost, so it may be your Undo that ended it.'
      : 'It had ended before, so there was nothing to undo.',
  notStopped: 'The task was not stopped',
  mayBeStopped: 'The task may have been stopped',
  draftBack: 'Get it back as a draft',
  newTime: 'New time',
  saveTime: (day, time) => phrase`Change to ${day} ${time}`,
  saveAnyTime: 'Change time',
  chooseTime: 'Choose another time',
  keepTime: 'Keep the time',
  changing: 'Changing the time…',
  changed: 'Time changed.',
  notChanged: 'The time was not changed',
  mayBeChanged: 'The time may have been changed',
  safeToAsk: 'Check again to find out. It is safe: nothing happens twice.',
}
