import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const documentsIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(folder, path))

const documents = ['README.md', ...['src', 'e2e', '.github'].flatMap(documentsIn)]

/** GitHub's anchor for a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

const anchorsIn = (path: string) =>
  Array.from(read(path).matchAll(/^#+ (.+)$/gm), ([, heading = '']) => anchorOf(heading))

function isBroken(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? document : join(dirname(document), path)
  if (!existsSync(join(root, target))) return true
  return anchor !== undefined && !anchorsIn(target).includes(anchor)
}

const capturesIn = (document: string, pattern: RegExp) =>
  Array.from(read(document).matchAll(pattern), ([, captured = '']) => captured)

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')))

describe.each(documents)('%s', (document) => {
  it('links only to files and headings that exist', () => {
    const links = capturesIn(document, /\]\((?!\w+:)([^)]+)\)/g)

    expect(links.filter((link) => isBroken(document, link))).toEqual([])
  })

  it('names only paths that exist', () => {
    const paths = capturesIn(document, /`((?:src|e2e|public)(?:\/[\w./-]*)?)`/g)

    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('names only commands that exist', () => {
    const commands = capturesIn(document, /npm run (?:--silent )?([\w:-]+)/g)

    expect(commands.filter((command) => !Object.hasOwn(scripts, command))).toEqual([])
  })
})

it('README.md has at most 150 lines', () => {
  expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150)
})
