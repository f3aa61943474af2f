import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as z from 'zod/mini'

const read = (relative: string) => readFileSync(new URL(relative, import.meta.url), 'utf8')

const policySchema = z.object({
  Statement: z.array(
    z.object({ Effect: z.literal('Allow'), Action: z.union([z.string(), z.array(z.string())]) }),
  ),
})

function actionsOfReadme(): string[] {
  const [, policy = ''] = /```json\n(\{\n {2}"Version"[\s\S]*?)```/.exec(read('../../README.md')) ?? []
  return policySchema.parse(JSON.parse(policy)).Statement.flatMap(({ Action }) => Action)
}

/** The operations the SDK is imported for: `FooCommand`, `paginateFoo`. */
function actionsOfCode(): string[] {
  const [imported = ''] = /import \{[^}]*\} from '@aws-sdk\/client-connect'/.exec(read('connect.ts')) ?? []
  const operations = imported.matchAll(/\b(?:paginate([A-Z]\w+)|([A-Z]\w+)Command)\b/g)
  return Array.from(operations, ([, paged, single]) => `connect:${paged ?? single}`)
}

it('lets the role of the README do exactly what the proxy does', () => {
  expect(actionsOfReadme().toSorted()).toEqual(actionsOfCode().toSorted())
})
