import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const sourcesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|tsx|js)$/.test(path))
    .map((path) => join(folder, path))

/** Strings come first, so that `//` in an address does not begin a comment. */
const stringOrComment =
  /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g

const commentsIn = (path: string) =>
  Array.from(readFileSync(join(root, path), 'utf8').matchAll(stringOrComment), ([text]) => text)
    .filter((text) => /^\/[/*]/.test(text))
    .join('\n')

/** Words that hide the actor of a sentence. */
const vagueWords = /\b(?:whoever|nobody|somebody|whatever|whichever|(?:is|are|was|were) told)\b/gi

const countOf = (pattern: RegExp, text: string) => text.match(pattern)?.length ?? 0

it('comments have at most one vague word in 1,000 words', () => {
  const comments = ['src', 'e2e'].flatMap(sourcesIn).map((path) => ({ path, text: commentsIn(path) }))
  const words = comments.reduce((sum, { text }) => sum + countOf(/[\p{L}’']+/gu, text), 0)
  const found = comments.flatMap(({ path, text }) =>
    Array.from(text.matchAll(vagueWords), ([word]) => `${path}: ${word}`),
  )

  expect(found.length / words, found.join('\n')).toBeLessThanOrEqual(1 / 1_000)
})
