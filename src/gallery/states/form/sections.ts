import { email, noContact } from '../../contacts.ts'
import type { StateGroup } from '../../gallery-state.ts'
import { answer, callOfMaya, noAnswer, problem } from '../../proxy-answers.ts'
import { addAttributes, addReferences, fillTask, scheduleLater } from '../../steps.ts'

const manyAttributes = Array.from({ length: 40 }, (_, index) => ({
  key: `customerField${index + 1}`,
  value: `Value ${index + 1}`,
}))

export const sections: StateGroup = {
  title: 'Sections',
  states: [
    {
      name: 'Link: to a call',
      steps: ({ agent }) => agent.openSection('link'),
      landmark: '1 of 12 used.',
    },
    {
      name: 'Link: continues the call',
      steps: async ({ agent }) => {
        await agent.openSection('link')
        await agent.check('link', 'previous')
      },
      landmark: 'Continues this call',
    },
    {
      name: 'Link: the chain is full',
      proxy: { tasksOf: answer({ tasks: [], isComplete: false, continuing: 12 }) },
      steps: ({ agent }) => agent.openSection('link'),
      landmark: '12 of 12 used.',
    },
    {
      name: 'Link: an email cannot be continued',
      session: { contact: email },
      steps: ({ agent }) => agent.openSection('link'),
      landmark: 'Email contacts cannot be continued.',
    },
    {
      name: 'Link: no contact',
      session: noContact,
      steps: ({ agent }) => agent.openSection('link'),
      landmark: 'This task is not linked to a contact.',
    },
    {
      name: 'Link by ID: asked for',
      session: noContact,
      steps: ({ agent }) => agent.press('.tl-drop-down > summary'),
      landmark: 'One of your contacts, open or ended.',
    },
    {
      name: 'Link by ID: not an ID',
      session: noContact,
      steps: async ({ agent }) => {
        await agent.press('.tl-drop-down > summary')
        await agent.press('.tl-drop-down button')
      },
      landmark: 'Type or paste the ID of a contact.',
    },
    {
      name: 'References: none',
      steps: ({ agent }) => agent.openSection('references'),
      landmark: 'Add reference',
    },
    {
      name: 'References: one of each kind',
      steps: async (scene) => {
        await scene.agent.openSection('references')
        await addReferences(
          scene,
          { type: 'URL', name: 'Order', value: 'https://shop.example.com/orders/48213' },
          { type: 'NUMBER', name: 'Amount', value: '129.90' },
          { type: 'STRING', name: 'Parcel', value: 'JJD000390007882111' },
          { type: 'DATE', name: 'Promised', value: '2026-03-12T09:30' },
          { type: 'EMAIL', name: 'Customer', value: 'maya.lopez@example.com' },
        )
      },
      landmark: '5 references',
    },
    {
      name: 'References: a web address without its scheme',
      steps: async (scene) => {
        await scene.agent.openSection('references')
        await addReferences(scene, { type: 'URL', name: 'Shop', value: 'www.shop.example' })
        scene.agent.leave()
      },
      landmark: 'Add https://',
    },
    {
      name: 'References: an invisible character, and a number that is none',
      steps: async (scene) => {
        await scene.agent.openSection('references')
        await addReferences(
          scene,
          { type: 'EMAIL', name: 'Customer', value: 'maya@exam\u200bple.com' },
          { type: 'NUMBER', name: 'Order', value: '48213-A' },
        )
        scene.agent.leave()
      },
      landmark: 'Use as text',
    },
    {
      name: 'References: one removed',
      steps: async (scene) => {
        await scene.agent.openSection('references')
        await addReferences(
          scene,
          { type: 'STRING', name: 'Parcel', value: 'JJD000390007882111' },
          { type: 'NUMBER', name: 'Amount', value: '129.90' },
        )
        await scene.agent.press('[data-section="references"] .tl-remove')
      },
      landmark: 'Reference removed.',
    },
    {
      name: 'References: nearly full',
      steps: async (scene) => {
        await scene.agent.openSection('references')
        await addReferences(scene, { type: 'STRING', name: 'Notes', value: 'x'.repeat(4_000) })
      },
      landmark: '91 bytes left',
    },
    {
      name: 'References: too large',
      steps: async (scene) => {
        await scene.agent.openSection('references')
        await addReferences(scene, { type: 'STRING', name: 'Notes', value: 'é'.repeat(2_048) })
      },
      landmark: '5 bytes too many',
    },
    {
      name: 'Attributes: inherited',
      steps: ({ agent }) => agent.openSection('attributes'),
      landmark: '3 inherited from this call',
    },
    {
      name: 'Attributes: an own one overrides an inherited one',
      steps: async (scene) => {
        await scene.agent.openSection('attributes')
        await addAttributes(scene, ['customerTier', 'Platinum'], ['callbackReason', 'Refund'])
      },
      landmark: 'overridden',
    },
    {
      name: 'Attributes: forty inherited',
      proxy: { contact: answer({ ...callOfMaya, attributes: manyAttributes }) },
      steps: async ({ agent }) => {
        await agent.openSection('attributes')
        await agent.press('.tl-inherited summary')
      },
      landmark: '40 inherited from this call',
    },
    {
      name: 'Attributes: pasted from a spreadsheet',
      steps: async (scene) => {
        await scene.agent.openSection('attributes')
        await addAttributes(scene, ['callbackReason', 'unknown'])
        const block = 'callbackReason\tRefund\nnote\t"Parcel arrived.\nMoney did not."\npromisedBy\tThursday'
        await scene.agent.paste('attributes.0.value', block)
      },
      landmark: '3 rows pasted, 1 replaced',
    },
    {
      name: 'Attributes: nearly full',
      proxy: { contact: answer({ ...callOfMaya, attributes: manyAttributes }) },
      steps: async (scene) => {
        await scene.agent.openSection('attributes')
        await addAttributes(
          scene,
          ['conversationSummary', 'She asks for her money. '.repeat(900)],
          ['orderHistory', '48213, '.repeat(700)],
          ['callbackReason', 'Refund'],
        )
      },
      landmark: 'Largest:',
    },
    {
      name: 'Attributes: too large, in the closed section',
      steps: async (scene) => {
        await scene.agent.openSection('attributes')
        await addAttributes(scene, ['conversationSummary', 'She asks for her money. '.repeat(1_400)])
        await scene.agent.press('[data-section="attributes"] > summary')
      },
      landmark: '103% full',
    },
    {
      name: 'Attributes: being read, in the closed section',
      proxy: { contact: noAnswer },
      landmark: 'Reading…',
    },
    {
      name: 'Attributes: a long inherited one',
      proxy: {
        contact: answer({
          ...callOfMaya,
          attributes: [
            { key: 'tier', value: 'Gold' },
            { key: 'conversationSummary', value: 'She asks for her money.\n'.repeat(40) },
          ],
        }),
      },
      steps: ({ agent }) => agent.openSection('attributes'),
      landmark: '2 inherited from this call',
    },
    {
      name: 'Attributes: some are not shown',
      proxy: { contact: answer({ ...callOfMaya, hiddenBytes: 812 }) },
      steps: ({ agent }) => agent.openSection('attributes'),
      landmark: '812 of them not shown',
    },
    {
      name: 'Attributes: being read',
      proxy: { contact: noAnswer },
      steps: ({ agent }) => agent.openSection('attributes'),
      landmark: 'Reading the contact’s attributes…',
    },
    {
      name: 'Attributes: could not be read',
      proxy: { contact: problem('connect-failed') },
      steps: ({ agent }) => agent.openSection('attributes'),
      landmark: 'The contact’s attributes could not be read',
    },
    {
      name: 'Everything open and filled in',
      steps: async (scene) => {
        const { agent } = scene
        await fillTask(scene)
        await agent.type('description', 'She wants to know when the money arrives.')
        await scheduleLater(scene)
        await agent.openSection('link')
        await agent.openSection('references')
        await addReferences(scene, { type: 'URL', name: 'Order', value: 'https://shop.example.com/48213' })
        await agent.openSection('attributes')
        await addAttributes(scene, ['callbackReason', 'Refund'])
      },
      landmark: 'Schedule for Tue 16:05',
    },
  ],
}
