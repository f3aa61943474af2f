import type { Scene, StateGroup } from '../../gallery-state.ts'
import { answer, noAnswer, problem, referencesOfCall } from '../../proxy-answers.ts'

const withReferencesOpen = ({ agent }: Scene) => agent.openSection('references')

export const contactReferences: StateGroup = {
  title: 'References of the contact',
  states: [
    {
      name: 'References of the contact: being read',
      proxy: { contactReferences: noAnswer },
      steps: withReferencesOpen,
      landmark: 'Reading the contact’s references…',
    },
    {
      name: 'References of the contact: could not be read',
      proxy: { contactReferences: problem('connect-failed') },
      steps: withReferencesOpen,
      landmark: 'The contact’s references could not be read.',
    },
    {
      name: 'References of the contact: one added',
      proxy: { contactReferences: answer(referencesOfCall) },
      steps: async (scene) => {
        await withReferencesOpen(scene)
        await scene.agent.press('.tl-carried button')
      },
      landmark: '4 references of this call',
    },
    {
      name: 'References of the contact: in the form of a template',
      proxy: { contactReferences: answer(referencesOfCall) },
      steps: async ({ agent }) => {
        await agent.chooseDestination('template:refund')
        await agent.press('.tl-template .tl-carried summary')
      },
      landmark: 'References of this call',
    },
  ],
}
