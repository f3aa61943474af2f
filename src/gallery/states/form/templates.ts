import type { FieldRules } from '../../../entries/component.ts'
import type { Scene, StateGroup } from '../../gallery-state.ts'
import { answer, noAnswer, problem, type Answer } from '../../proxy-answers.ts'
import { futureTemplate } from '../../task-templates.ts'

/** The page around the panel presets the template, and the agent may choose another. */
const preset = (templateId: string): FieldRules => ({
  destination: { default: { type: 'template', templateId } },
})

const answers = (template: Answer) => ({ template })

const fill = async ({ agent }: Scene) => {
  await agent.type('references.0.value', 'https://shop.example.com/48213')
  await agent.type('references.1.value', '75')
  await agent.choose('references.2.value', 'Late')
  await agent.check('references.5.value', 'true')
}

export const templates: StateGroup = {
  title: 'Forms',
  states: [
    {
      name: 'A form with every type of field',
      fields: preset('refund'),
      landmark: 'The page of the order in the shop',
    },
    {
      name: 'A form, filled in',
      fields: preset('refund'),
      steps: fill,
      landmark: 'Call again allowed',
    },
    {
      name: 'A form, submitted empty',
      fields: preset('refund'),
      steps: async ({ agent }) => {
        await agent.see('[name="references.0.value"]')
        await agent.submit()
      },
      landmark: 'things first',
    },
    {
      name: 'A form, assigned to the agent',
      fields: preset('refund'),
      steps: ({ agent }) => agent.press('[name="destination.self"]'),
      landmark: 'Assign to me',
    },
    {
      name: 'A form without a flow',
      fields: preset('complaint'),
      landmark: 'Who gets it?',
    },
    {
      name: 'A form without a flow, with the list of people and queues',
      fields: preset('complaint'),
      steps: async ({ agent }) => {
        await agent.press('[name="destination.quickConnect"]')
        await agent.see('[role="option"]')
      },
      landmark: 'Queues',
    },
    {
      name: 'A form without a flow, submitted empty',
      fields: preset('complaint'),
      steps: async ({ agent }) => {
        await agent.see('[name="destination.quickConnect"]')
        await agent.submit()
      },
      landmark: 'Choose who gets the task of this form.',
    },
    {
      name: 'Another form, in which values do not fit',
      fields: preset('refund'),
      steps: async (scene) => {
        await fill(scene)
        await scene.agent.chooseDestination('template:complaint')
        await scene.agent.press('.tl-unfit > summary')
      },
      landmark: 'They stay in the draft and are not sent.',
    },
    {
      name: 'A form that requires a field of the future',
      fields: preset('complaint'),
      proxy: { complaintTemplate: answer(futureTemplate) },
      landmark: 'which cannot be filled in here',
    },
    {
      name: 'A form on its way',
      fields: preset('refund'),
      proxy: answers(noAnswer),
      landmark: 'The form is loading…',
    },
    {
      name: 'A form that cannot be loaded',
      fields: preset('refund'),
      proxy: answers(problem('connect-failed')),
      landmark: 'The form could not be loaded.',
    },
    {
      name: 'A form has changed',
      fields: preset('refund'),
      proxy: { createTask: problem('template-changed') },
      steps: async (scene) => {
        await fill(scene)
        await scene.agent.submit()
      },
      landmark: 'The task was not created',
    },
  ],
}
