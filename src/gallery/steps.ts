import type { Scene } from './gallery-state.ts'

/** Fills in the fields that a task needs. */
export async function fillTask({ agent }: Scene): Promise<void> {
  await agent.type('name', 'Call back about the refund')
  await agent.chooseDestination('flow:callbacks')
}

export async function fillAndSubmit(scene: Scene): Promise<void> {
  await fillTask(scene)
  await scene.agent.submit()
}

/** Chooses the chip "In 2 h". */
export async function scheduleLater({ agent }: Scene): Promise<void> {
  await agent.check('schedule.when', 'two-hours')
}

/** Types a start in the agent's own words. */
export async function scheduleInWords({ agent }: Scene, words: string): Promise<void> {
  await agent.check('schedule.when', 'pick')
  await agent.type('schedule.words', words)
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
