import type { TaskTemplate } from '../../../core/templates/template.ts'
import { ProblemError } from '../../problem-error.ts'
import type { Caller } from '../../rates/gate.ts'
import type { Sha256Hex } from '../../tasks/client-token.ts'
import type { Connect } from '../connect.ts'
import { getTaskTemplate } from '../operations/get-task-template.ts'
import { createSharedReads } from './shared-reads.ts'

/** The templates of the instance. */
export interface TemplateDirectory {
  /** The template as it was at most 30 seconds ago; undefined if it is not active, or there is none. */
  readonly find: (caller: Caller, templateId: string) => Promise<TaskTemplate | undefined>
  /** The same, but read from Connect now. */
  readonly findNow: (caller: Caller, templateId: string) => Promise<TaskTemplate | undefined>
}

export interface TemplateDirectoryOptions {
  readonly connect: Pick<Connect, 'call'>
  readonly sha256Hex: Sha256Hex
  readonly now: () => Date
}

const keptForMs = 30_000

/** Characters of a hash that tell the states of a template apart. */
const revisionLength = 16

export function createTemplateDirectory(options: TemplateDirectoryOptions): TemplateDirectory {
  const { connect, sha256Hex, now } = options
  async function ask(caller: Caller, templateId: string): Promise<TaskTemplate | undefined> {
    try {
      const { isActive, ...template } = await connect.call(getTaskTemplate, templateId, caller)
      if (!isActive) return undefined
      return { ...template, revision: sha256Hex(JSON.stringify(template)).slice(0, revisionLength) }
    } catch (error) {
      if (error instanceof ProblemError && error.facts.code === 'template-changed') return undefined
      throw error
    }
  }
  const reads = createSharedReads({ ask, keyOf: (_, templateId) => templateId, keptForMs, now })
  return { find: reads.read, findNow: reads.readNow }
}
