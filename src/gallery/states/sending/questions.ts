import type { TasksOfContact } from '../../../contract/tasks/tasks-of-contact.ts'
import { call, chat, noContact } from '../../contacts.ts'
import type { GalleryState, Scene, StateGroup } from '../../gallery-state.ts'
import { answer, createdTask, lostAnswer, noAnswer, problem, type Answer } from '../../proxy-answers.ts'
import { fillAndSubmit, fillTask } from '../../steps.ts'

/** After this time Connect may have forgotten the attempt. */
const laterMs = 20 * 60_000

let aheadMs = 0
const now = () => new Date(Date.now() + aheadMs)

/** The page is reloaded before the answer, and the agent comes back to it. */
async function sendAndComeBack(scene: Scene, afterMs: number): Promise<void> {
  aheadMs = 0
  await fillAndSubmit(scene)
  await scene.sent
  aheadMs = afterMs
  scene.reload()
  await scene.agent.see('.tl-foot .tl-notice')
}

const foundTask = (): TasksOfContact['tasks'][number] => ({
  contactId: '3e9c5d10-77aa-4000-8000-00000000000b',
  link: 'related',
  state: 'waiting',
  isMine: true,
  name: 'Call back about the refund',
  createdAt: new Date(Date.now() + 1_000).toISOString(),
  canStop: true,
  canReschedule: false,
})

const finds =
  (...tasks: readonly TasksOfContact['tasks'][number][]): Answer =>
  (body) =>
    answer({ tasks: [...tasks], isComplete: true, continuing: 0 })(body)

const looking = (name: string, tasksOf: Answer, landmark: string): GalleryState => ({
  name: `Looking first: ${name}`,
  now,
  proxy: { createTask: noAnswer, tasksOf },
  steps: (scene) => sendAndComeBack(scene, laterMs),
  landmark,
})

/** The first task gets no answer. Every other task is created. */
const secondOnly: Answer = (body) => (body.includes('parcel') ? createdTask(body) : noAnswer(body))

async function editAnyway(scene: Scene): Promise<void> {
  await sendAndComeBack(scene, 0)
  await scene.agent.press('.tl-notice [data-edit]')
  await fillTask(scene)
  await scene.agent.type('name', 'Call back about the parcel')
}

const callAndChat = { contacts: [call, chat], currentContactId: call.contactId }

function turnToChat({ agent, host }: Scene): void {
  agent.leave()
  host.set({ ...callAndChat, currentContactId: chat.contactId })
}

/** Both tasks are linked to no contact, so that they say the same. */
async function fillWithoutLink(scene: Scene): Promise<void> {
  await fillTask(scene)
  await scene.agent.openSection('link')
  await scene.agent.check('link', 'none')
}

async function fillTheSameTwice(scene: Scene): Promise<void> {
  await fillWithoutLink(scene)
  await scene.agent.submit()
  await scene.agent.see('.tl-foot .tl-notice')
  turnToChat(scene)
  await scene.agent.see('.tl-notices .tl-notice')
  await fillWithoutLink(scene)
}

/** The answer to a request was lost, so its task may exist. */
export const questions: StateGroup = {
  title: 'Questions about a task that may exist',
  states: [
    looking('the task is found', (body) => finds(foundTask())(body), 'Is it the one?'),
    looking('no task is found', finds(), 'lists no task of yours'),
    looking('the tasks are being read', noAnswer, 'Looking for it in Amazon Connect…'),
    looking('the tasks could not be read', problem('throttled'), 'could not be read'),
    {
      name: 'Looking first: a task without a link',
      session: noContact,
      now,
      proxy: { createTask: noAnswer },
      steps: (scene) => sendAndComeBack(scene, laterMs),
      landmark: 'cannot be looked up from here',
    },
    {
      name: 'Found in Connect',
      now,
      proxy: { createTask: noAnswer, tasksOf: finds() },
      steps: async (scene) => {
        await sendAndComeBack(scene, laterMs)
        await scene.agent.press('[data-answer="created"]')
      },
      landmark: 'You found the task in Amazon Connect',
    },
    {
      name: 'An open question about the text before',
      now,
      proxy: { createTask: secondOnly },
      steps: editAnyway,
      landmark: 'may have been created',
    },
    {
      name: 'Task created, with an open question about the text before',
      now,
      proxy: { createTask: secondOnly },
      steps: async (scene) => {
        await editAnyway(scene)
        await scene.agent.submit()
      },
      landmark: 'may have been created',
    },
    {
      name: 'A second draft says the same as one that may have been created',
      session: callAndChat,
      proxy: { createTask: lostAnswer },
      steps: async (scene) => {
        await fillTheSameTwice(scene)
        await scene.agent.submit()
      },
      landmark: 'The same task was sent from another draft or window',
    },
    {
      name: 'Not sent, because the agent turned away before the question',
      session: callAndChat,
      proxy: { createTask: lostAnswer },
      steps: async (scene) => {
        await fillTheSameTwice(scene)
        await scene.agent.submit()
        scene.agent.leave()
        scene.host.set(callAndChat)
      },
      landmark: 'not sent. Show it to send it again.',
    },
  ],
}
