import type { Scene } from './gallery-state.ts'

/** All that a task needs. */
export async function fillTask({ agent }: Scene): Promise<void> {
  await agent.type('name', 'Call back about the refund')
  await agent.choose('destination', 'flow:callbacks')
}

export async function fillAndSubmit(scene: Scene): Promise<void> {
  await fillTask(scene)
  await scene.agent.submit()
}

/** Later, at the time of the button "In 2 hours". */
export async function scheduleLater({ agent }: Scene): Promise<void> {
  await agent.openSection('schedule')
  await agent.check('schedule.when', 'later')
  await agent.press('[data-section="schedule"] .tl-stack > .tl-inline button:nth-of-type(2)')
}

export interface ReferenceText {
  readonly type: 'URL' | 'NUMBER' | 'STRING' | 'DATE' | 'EMAIL'
  readonly name: string
  readonly value: string
}

/** Adds rows to the open section. */
export async function addReferences(
  { agent }: Scene,
  ...references: readonly ReferenceText[]
): Promise<void> {
  for (const [index, { type, name, value }] of references.entries()) {
    // An agent fills one row after another.
    await agent.addRow('references')
    await agent.choose(`references.${index}.type`, type)
    await agent.type(`references.${index}.name`, name)
    await agent.type(`references.${index}.value`, value)
  }
}

/** Adds rows to the open section. */
export async function addAttributes(
  { agent }: Scene,
  ...attributes: readonly (readonly [key: string, value: string])[]
): Promise<void> {
  for (const [index, [key, value]] of attributes.entries()) {
    // An agent fills one row after another.
    await agent.addRow('attributes')
    await agent.type(`attributes.${index}.key`, key)
    await agent.type(`attributes.${index}.value`, value)
  }
}
