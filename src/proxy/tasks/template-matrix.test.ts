import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTaskBody } from '../../contract/tasks/tasks.ts'
import { entityId } from '../../simulators/instance/entity-id.ts'
import { demoFlows } from '../../simulators/connect/state/demo-seed.ts'
import { templateMatrix, type MatrixCell } from '../../core/templates/template-fields-harness.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import { problemOf } from '../harness/proxy-scene.ts'
import { startTaskScene } from '../harness/task-scene.ts'

/** Each of these tests creates some tasks, which is slow on a busy machine. */
vi.setConfig({ testTimeout: 30_000 })

const scene = await startTaskScene()
const { connect, token, proxy, startProxy } = scene

afterAll(scene.close)

/** The conformance tests send tasks through the proxy with valid defaults and without one. Broken defaults are only here. */
const cellsHere = templateMatrix.filter(({ preset }) => preset === 'a broken')

const types = [...new Set(cellsHere.map(({ type }) => type))]

const templateIdOf = (index: number) => entityId('7a5c7e3b-20bb', index + 1)

const published = { status: 'ACTIVE', flowId: demoFlows.callbackRequests.flowId, version: 1 } as const

/** An instance with the templates of one type: Connect lists no more than 100. */
function publish(cells: readonly MatrixCell[]) {
  const templates = cells.map(({ template: { name, fields } }, index) => ({
    ...published,
    templateId: templateIdOf(index),
    name,
    fields,
    createdAt: 0,
    modifiedAt: 0,
  }))
  scene.reset()
  connect.changeInstance({ templates })
  startProxy()
}

let attempts = 0

/** The value that Connect got in the field, or the issues of the proxy. */
async function outcomeOf({ sample }: MatrixCell, templateId: string, asked: string | undefined) {
  const plain: TaskRequest = {
    name: asked === undefined && sample.isNeeded ? '' : 'Call back',
    destination: { type: 'template', templateId },
    references: [],
    attributes: [],
  }
  const request = asked === undefined ? plain : sample.asking(plain, asked)
  attempts += 1
  const response = await proxy().post(createTaskBody({ clientToken: `matrix-${attempts}`, request }), token)
  if (response.status !== 201) {
    const { code, issues = [] } = await problemOf(response)
    return [code, ...issues.map((issue) => issue.code)]
  }
  const sent = connect.received.findLast(({ operation }) => operation === 'StartTaskContact')?.body ?? ''
  return [`sent: ${sample.sentIn(JSON.parse(sent))}`]
}

describe.each(types)('tasks from templates with a %s field', (type) => {
  const cells = cellsHere.filter((cell) => cell.type === type)
  beforeAll(() => publish(cells))

  it.each(cells)('that is $called, with $preset default', async (cell) => {
    const templateId = templateIdOf(cells.indexOf(cell))
    for (const { what, asked, expected } of cell.cases) {
      expect(await outcomeOf(cell, templateId, asked), what).toContain(expected)
    }
  })
})
