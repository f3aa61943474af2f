import type { ProblemCode } from '../../../contract/problems/problem.ts'
import type { GalleryState, Scene, StateGroup } from '../../gallery-state.ts'
import { lostAnswer, noAnswer, problem, type ProxyAnswers } from '../../proxy-answers.ts'
import { fillAndSubmit, fillTask, scheduleLater } from '../../steps.ts'

async function scheduleTask(scene: Scene): Promise<void> {
  await fillTask(scene)
  await scheduleLater(scene)
  await scene.agent.submit()
}

const undo = (scene: Scene) => scene.agent.press('[data-stop]')

async function scheduleAndPick(scene: Scene): Promise<void> {
  await scheduleTask(scene)
  await scene.agent.press('[data-change-time]')
}

async function changeTime(scene: Scene): Promise<void> {
  await scheduleAndPick(scene)
  await scene.agent.check('schedule.when', 'tomorrow')
  await scene.agent.press('.tl-change-time [type="submit"]')
}

const undone = (name: string, proxy: Partial<ProxyAnswers>, landmark: string): GalleryState => ({
  name,
  proxy,
  steps: async (scene) => {
    await fillAndSubmit(scene)
    await undo(scene)
  },
  landmark,
})

const notStopped = (name: string, code: ProblemCode, landmark: string) =>
  undone(`Undo: ${name}`, { stopTask: problem(code) }, landmark)

const notChanged = (name: string, code: ProblemCode, landmark: string): GalleryState => ({
  name: `Change time: ${name}`,
  proxy: { changeSchedule: problem(code) },
  steps: changeTime,
  landmark,
})

/** After “created”: undo and another time. */
export const created: StateGroup = {
  title: 'After a task was created',
  states: [
    {
      name: 'The same task again',
      steps: async (scene) => {
        await fillAndSubmit(scene)
        await scene.agent.press('.tl-created > .tl-primary')
        await fillAndSubmit(scene)
      },
      landmark: 'You created this at',
    },
    undone('Undo: on its way', { stopTask: noAnswer }, 'Stopping the task…'),
    undone('Undo: stopped', {}, 'If a colleague accepted it at that very moment'),
    {
      name: 'Undo: stopped before it started',
      steps: async (scene) => {
        await scheduleTask(scene)
        await undo(scene)
      },
      landmark: 'It will not start.',
    },
    notStopped('it had ended', 'already-ended', 'there was nothing to undo'),
    notStopped('a colleague has accepted it', 'already-accepted', 'Another agent has accepted this task'),
    notStopped('not allowed', 'forbidden', 'Your organisation does not let you change tasks here.'),
    undone('Undo: the answer was lost', { stopTask: lostAnswer }, 'The task may have been stopped'),
    { name: 'Change time: the picker', steps: scheduleAndPick, landmark: 'Keep the time' },
    { name: 'Change time: changed', steps: changeTime, landmark: 'Time changed.' },
    notChanged('it has started', 'already-started', 'This task has already started'),
    notChanged('20 times', 'reschedule-limit', '20 changes are the limit'),
    {
      name: 'Change time: the answer was lost',
      proxy: { changeSchedule: lostAnswer },
      steps: changeTime,
      landmark: 'The time may have been changed',
    },
  ],
}
