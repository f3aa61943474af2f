import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** What each folder may import beside itself: whole folders or single files. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  contract: ['core'],
  client: ['core', 'contract'],
  contacts: ['core', 'contract'],
  drafts: ['core', 'contract', 'contacts/contact-source.ts'],
  i18n: ['core', 'contract', 'client'],
  'sign-in': ['contract'],
  widget: ['core', 'contract', 'client', 'drafts', 'i18n', 'contacts/contact-source.ts'],
  entries: ['core', 'contract', 'client', 'contacts', 'drafts', 'i18n', 'sign-in', 'widget'],
  proxy: ['core', 'contract'],
  simulators: ['core', 'contract'],
  examples: [],
  bench: ['core', 'client', 'contract', 'i18n', 'widget'],
  conformance: ['core', 'contract', 'proxy/harness/proxy-scene.ts'],
}

/** Packages that one place alone of the product may name, so that they can be replaced there. */
const onlyIn: Readonly<Record<string, string>> = {
  '@amazon-connect/app': 'contacts/workspace/source.ts',
  '@amazon-connect/contact': 'contacts/workspace/source.ts',
  'amazon-connect-streams': 'contacts/streams/owner.ts',
  '@aws-sdk/client-connect': 'proxy/connect/connect.ts',
  '@internationalized/date': 'core/time/zoned-time.ts',
  'oidc-client-ts': 'sign-in',
  ioredis: 'proxy/rates/shared-rates.ts',
  pino: 'proxy',
  'prom-client': 'proxy/logs/metrics.ts',
  'rate-limiter-flexible': 'proxy/rates/shared-rates.ts',
}

/** Named as the tools want them that read them. */
const namedByTools = new Set(['deploy/Containerfile', 'deploy/Containerfile.dockerignore'])

/** Folders that run anywhere name no packages but these. */
const packagesOf: Readonly<Record<string, readonly string[]>> = {
  core: ['@internationalized/date'],
  contract: ['zod'],
}

const root = dirname(fileURLToPath(import.meta.url))
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
const modules = paths.filter((path) => /\.tsx?$/.test(path))
const text = (path: string) => readFileSync(join(root, path), 'utf8')

const specifierPattern = /(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"\n]+)\1/g
const isIn = (path: string, place: string) => path === place || path.startsWith(`${place}/`)
const folderOf = (path: string) => path.slice(0, path.indexOf('/'))

/** What tests alone use is named so, or is in a folder of its own. */
const isForTests = (path: string) => /-(harness|scene)\.ts$/.test(path) || isIn(path, 'conformance')

/** What is no part of the product may know the far side, and the packages that one place of the product is kept to. */
const isOutside = (path: string) => isForTests(path) || isIn(path, 'bench') || isIn(path, 'simulators')

/** Developers of other pages bring their own packages. */
const isExample = (path: string) => isIn(path, 'examples')

const placesFor = (path: string) => [
  folderOf(path),
  ...(mayImport[folderOf(path)] ?? []),
  ...(isOutside(path) ? ['simulators'] : []),
]

const importsIn = (from: string, source: string) =>
  Array.from(source.matchAll(specifierPattern), ([, , specifier = '']) => ({
    from,
    specifier,
    file: specifier.startsWith('.') ? join(dirname(from), specifier.replace(/\?.*$/, '')) : undefined,
  }))

const imports = modules
  .filter((path) => !/\.test\.tsx?$/.test(path))
  .flatMap((from) => importsIn(from, text(from)))

/** What of a file's imports is there when it runs. */
const valueImports = (path: string) =>
  importsIn(path, text(path).replaceAll(/^(import|export) type [^;]*?'\n/gm, ''))

const told = (found: readonly { readonly from: string; readonly specifier: string }[]) =>
  found.map(({ from, specifier }) => `${from} imports ${specifier}`)

describe('the source', () => {
  it('imports in the direction of the table only', () => {
    const wrong = imports.filter(
      ({ from, file }) => file !== undefined && !placesFor(from).some((place) => isIn(file, place)),
    )

    expect(told(wrong)).toEqual([])
  })

  it('keeps what is for tests to the tests', () => {
    const wrong = imports.filter(
      ({ from, file }) => file !== undefined && isForTests(file) && !isForTests(from),
    )

    expect(told(wrong)).toEqual([])
  })

  it('has a line in the table for every folder', () => {
    const folders = new Set(imports.map(({ from }) => folderOf(from)))

    expect([...folders].filter((folder) => !Object.hasOwn(mayImport, folder))).toEqual([])
  })

  it.each(Object.entries(onlyIn))('names %s only in %s', (name, place) => {
    const wrong = imports.filter(
      ({ from, specifier }) =>
        isIn(specifier, name) && !isIn(from, place) && !isOutside(from) && !isExample(from),
    )

    expect(told(wrong)).toEqual([])
  })

  it.each(Object.entries(packagesOf))('names in %s no packages but %j', (folder, packages) => {
    const wrong = imports.filter(
      ({ from, specifier, file }) =>
        isIn(from, folder) && file === undefined && !packages.some((name) => isIn(specifier, name)),
    )

    expect(told(wrong)).toEqual([])
  })

  it('has no circles: what a file needs never needs that file, not even as a type', () => {
    const needs = new Map<string, string[]>()
    for (const { from, file } of imports) if (file) needs.set(from, [...(needs.get(from) ?? []), file])
    const done = new Set<string>()
    const circleFrom = (file: string, way: readonly string[]): readonly string[] | undefined => {
      if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
      if (done.has(file)) return undefined
      for (const next of needs.get(file) ?? []) {
        const circle = circleFrom(next, [...way, file])
        if (circle) return circle
      }
      done.add(file)
      return undefined
    }

    expect([...needs.keys()].map((file) => circleFrom(file, [])).filter(Boolean)).toEqual([])
  })

  it('keeps Node out of the app itself, so that it can run wherever a request can be answered', () => {
    const reached = new Set(['proxy/proxy.ts'])
    // A set goes on through what is added to it on the way.
    for (const path of reached) for (const { file } of valueImports(path)) if (file) reached.add(file)
    const packages = [...reached].flatMap((path) => valueImports(path).filter(({ file }) => !file))

    expect([...new Set(packages.map(({ specifier }) => specifier))].toSorted()).toEqual([
      '@aws-sdk/client-connect',
      'hono',
      'hono/route',
      'hono/secure-headers',
      'jose',
      'lru-cache',
      'zod/mini',
    ])
  })

  it('has no barrels', () => {
    expect(modules.filter((path) => /(^|\/)index\.tsx?$/.test(path))).toEqual([])
  })

  it('has no file of more than 400 lines', () => {
    expect(modules.filter((path) => text(path).trimEnd().split('\n').length > 400)).toEqual([])
  })

  it('is named in kebab-case', () => {
    const others = paths.filter((path) => !namedByTools.has(path))

    expect(others.filter((path) => !/^[a-z\d]+([-./][a-z\d]+)*$/.test(path))).toEqual([])
  })
})
