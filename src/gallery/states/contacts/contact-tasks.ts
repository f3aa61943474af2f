import type { TaskOfContact, TasksOfContact } from '../../../contract/tasks/tasks-of-contact.ts'
import type { Scene, StateGroup } from '../../gallery-state.ts'
import { answer, noAnswer, problem } from '../../proxy-answers.ts'
import { fillAndSubmit } from '../../steps.ts'

const own: TaskOfContact = {
  contactId: 'own',
  link: 'related',
  state: 'scheduled',
  isMine: true,
  name: 'Call back about the refund',
  createdAt: '2026-03-10T13:42:00Z',
  scheduledTime: '2026-03-11T09:00:00Z',
  canStop: true,
  canReschedule: true,
}

const ofColleague: TaskOfContact = {
  contactId: 'of-colleague',
  link: 'related',
  state: 'waiting',
  isMine: false,
  isColleagues: true,
  createdAt: '2026-03-10T13:30:00Z',
  canStop: false,
  canReschedule: false,
}

const { isColleagues: _known, ...fromFlow } = ofColleague
const { scheduledTime: _at, ...started } = own

const everyState: readonly TaskOfContact[] = [
  own,
  { ...started, contactId: 'new', state: 'not-known-yet', canReschedule: false },
  {
    ...started,
    contactId: 'accepted',
    state: 'accepted',
    acceptedAt: '2026-03-10T13:50:00Z',
    canStop: false,
    canReschedule: false,
  },
  {
    ...started,
    contactId: 'ended',
    state: 'ended',
    endedAt: '2026-03-10T13:55:00Z',
    canStop: false,
    canReschedule: false,
  },
  ofColleague,
  { ...fromFlow, contactId: 'from-flow' },
]

const knows = (...tasks: readonly TaskOfContact[]) => ({
  tasksOf: answer({ tasks: [...tasks], isComplete: true, continuing: 0 }),
})

const many: TasksOfContact = { tasks: [ofColleague], isComplete: false, continuing: 2 }

const open = ({ agent }: Scene) => agent.press('.tl-tasks > summary')

async function openAndStop(scene: Scene): Promise<void> {
  await open(scene)
  await scene.agent.press('.tl-task [data-stop]')
}

export const contactTasks: StateGroup = {
  title: 'Tasks from this contact',
  states: [
    { name: 'Tasks: none', steps: open, landmark: 'No tasks yet.' },
    { name: 'Tasks: being read', proxy: { tasksOf: noAnswer }, steps: open, landmark: 'Reading the tasks…' },
    {
      name: 'Tasks: could not be read',
      proxy: { tasksOf: problem('throttled') },
      steps: open,
      landmark: 'list of tasks could not be read',
    },
    {
      name: 'Tasks: one in each state',
      proxy: knows(...everyState),
      steps: open,
      landmark: 'by a colleague',
    },
    {
      name: 'Tasks: a colleague’s, with names',
      proxy: knows({ ...ofColleague, name: 'Send the invoice again', colleague: 'Ben Okafor' }),
      steps: open,
      landmark: 'by Ben Okafor',
    },
    {
      name: 'Tasks: more than the list has',
      proxy: { tasksOf: answer(many) },
      steps: open,
      landmark: 'This contact has more tasks.',
    },
    {
      name: 'Tasks: from this browser, before Connect is asked',
      steps: async (scene) => {
        await fillAndSubmit(scene)
        await scene.agent.press('.tl-created > .tl-primary')
      },
      landmark: 'Tasks from this contact',
    },
    {
      name: 'Tasks: the question before one is stopped',
      proxy: knows(own),
      steps: openAndStop,
      landmark: 'Stop this task?',
    },
    {
      name: 'Tasks: another time for one',
      proxy: knows(own),
      steps: async (scene) => {
        await open(scene)
        await scene.agent.press('.tl-task [data-change-time]')
      },
      landmark: 'Keep the time',
    },
  ],
}
