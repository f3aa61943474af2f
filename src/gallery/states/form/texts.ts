import type { GalleryState, Scene, StateGroup } from '../../gallery-state.ts'
import { call } from '../../contacts.ts'
import { answer, callOfMaya, destinations } from '../../proxy-answers.ts'
import { addAttributes, addReferences } from '../../steps.ts'

interface Texts {
  readonly name: string
  readonly description: string
  readonly customer: string
  readonly flow: string
  readonly value: string
}

const long: Texts = {
  name: 'Call the customer back about the refund for the order that never arrived '.repeat(4).trim(),
  description: 'She wants to know when the money arrives and who decided about it. '.repeat(12).trim(),
  customer: 'Maya Alejandra de la Concepción López-Hernández y Fernández de Córdoba',
  flow: 'Refund approvals for the whole of southern and south-western Europe, second level, without VIPs',
  value: 'A value that goes on and on. '.repeat(8).trim(),
}

const unbroken: Texts = {
  name: 'Rückerstattungsgenehmigungsverfahrensverantwortlichkeit'.repeat(4),
  description: 'https://shop.example.com/'.concat('orders/'.repeat(30)),
  customer: 'maya.lopez.'.repeat(10).concat('@example.com'),
  flow: 'refund_approvals_'.repeat(8),
  value: '0123456789'.repeat(20),
}

const rightToLeft: Texts = {
  name: 'الاتصال بالعميل بشأن استرداد المبلغ للطلب 48213',
  description: 'تريد العميلة أن تعرف متى يصل المال.\nרשום: ההחזר אושר ב-12.3.',
  customer: 'مايا لوبيز',
  flow: 'אישור החזרים (billing)',
  value: 'مرحبا 48213 (עברית)',
}

const emoji: Texts = {
  name: '📞 Call back 👩‍👩‍👧‍👦 about the refund 🇪🇸 💸',
  description: '👍🏽 She was happy 🎉🎉🎉\n🏳️‍🌈 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!',
  customer: '🦊 Maya 🦊',
  flow: '💶 Refunds',
  value: '🧾🧾🧾',
}

async function fillWith({ name, description, value }: Texts, scene: Scene): Promise<void> {
  const { agent } = scene
  await agent.type('name', name)
  await agent.type('description', description)
  await agent.chooseDestination('flow:texts')
  await agent.openSection('references')
  await addReferences(scene, { type: 'STRING', name: value.slice(0, 60), value })
  await agent.openSection('attributes')
  await addAttributes(scene, ['callbackReason', value])
}

/** The form and the created task with texts of one kind, such as long or right-to-left texts. */
function statesWith(kind: string, texts: Texts): readonly GalleryState[] {
  const { customer, flow, value } = texts
  const shared = {
    session: { contact: { ...call, displayName: customer } },
    proxy: {
      destinations: answer({ ...destinations, flows: [{ flowId: 'texts', name: flow }] }),
      contact: answer({ ...callOfMaya, attributes: [{ key: 'inherited', value }] }),
    },
  }
  return [
    {
      ...shared,
      name: `${kind}: filled in`,
      steps: (scene) => fillWith(texts, scene),
      landmark: 'Related to this call',
    },
    {
      ...shared,
      name: `${kind}: created`,
      steps: async (scene) => {
        await fillWith(texts, scene)
        await scene.agent.submit()
      },
      landmark: 'Create another task',
    },
  ]
}

export const texts: StateGroup = {
  title: 'Texts that people write',
  states: [
    ...statesWith('Long texts', long),
    ...statesWith('Texts without a space', unbroken),
    ...statesWith('Right-to-left texts', rightToLeft),
    ...statesWith('Emoji', emoji),
  ],
}
