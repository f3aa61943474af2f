import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** The folders and files that each folder may import, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  contract: ['core'],
  client: ['core', 'contract'],
  contacts: ['core', 'contract'],
  drafts: ['core', 'contract', 'contacts/contact-source.ts'],
  i18n: ['core', 'contract', 'client'],
  'sign-in': ['core', 'contract'],
  widget: ['core', 'contract', 'client', 'drafts', 'i18n', 'contacts/contact-source.ts'],
  entries: ['core', 'contract', 'client', 'contacts', 'drafts', 'i18n', 'sign-in', 'widget'],
  proxy: ['core', 'contract'],
  simulators: ['core', 'contract'],
  dev: ['contract', 'simulators'],
  // A page around the panel, as any other.
  gallery: [
    'core',
    'contract',
    'contacts/host/source.ts',
    'entries/component.ts',
    'i18n/pseudo/languages.ts',
  ],
  examples: [],
  bench: ['core', 'client', 'contract', 'i18n', 'widget'],
  conformance: ['core', 'contract', 'proxy/harness/proxy-scene.ts', 'proxy/harness/task-scene.ts'],
  faults: [
    'core',
    'contract',
    'client',
    'contacts',
    'drafts',
    'proxy/harness',
    'widget/form-model',
    'widget/outcome',
    'widget/tasks',
  ],
}

/** Packages that only one place of the product may import, so that they can be replaced there. */
const onlyIn: Readonly<Record<string, string>> = {
  '@amazon-connect/app': 'contacts/workspace/source.ts',
  '@amazon-connect/contact': 'contacts/workspace/source.ts',
  'amazon-connect-streams': 'contacts/streams/owner.ts',
  '@aws-sdk/client-connect': 'proxy/connect',
  '@aws-sdk/client-s3': 'proxy/uploads/store',
  '@aws-sdk/s3-request-presigner': 'proxy/uploads/store',
  '@internationalized/date': 'core/time/zoned-time.ts',
  'libphonenumber-js': 'core/message/numbers',
  'countries-and-timezones': 'proxy/messages/guards/customer-zones.ts',
  'oidc-client-ts': 'sign-in',
  ioredis: 'proxy/hosts/node/redis/redis-connection.ts',
  pino: 'proxy/hosts/node',
  'file-type': 'proxy/uploads/content',
  'prom-client': 'proxy/hosts/node/prometheus.ts',
  'rate-limiter-flexible': 'proxy/hosts/node/redis/redis-rates.ts',
}

/** Files whose names a tool requires. */
const namedByTools = new Set(['deploy/Containerfile', 'deploy/Containerfile.dockerignore'])

/** The packages that a folder without a host (browser or Node) may import. */
const packagesOf: Readonly<Record<string, readonly string[]>> = {
  core: ['@internationalized/date', 'libphonenumber-js'],
  contract: ['zod'],
}

const root = dirname(fileURLToPath(import.meta.url))
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
const modules = paths.filter((path) => /\.tsx?$/.test(path))
const text = (path: string) => readFileSync(join(root, path), 'utf8')

const specifierPattern = /(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"\n]+)\1/g
const isIn = (path: string, place: string) => path === place || path.startsWith(`${place}/`)
const folderOf = (path: string) => path.slice(0, path.indexOf('/'))

/** Modules that only tests use, by their name or folder. */
const isForTests = (path: string) =>
  /-(harness|scene)\.ts$/.test(path) || isIn(path, 'conformance') || isIn(path, 'faults')

/** A folder with what one platform needs to run the proxy. AWS Lambda would be a folder beside `proxy/hosts/node`. */
const hostOf = (path: string) => /^proxy\/hosts\/[^/]+/.exec(path)?.[0]

/** Modules outside the product. They may import simulators, and the packages in `onlyIn`. */
const isOutside = (path: string) => isForTests(path) || isIn(path, 'bench') || isIn(path, 'simulators')

/** Examples are pages of other developers, so they may import any package. */
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

/** The imports of a file that remain at run time. */
const valueImports = (path: string) =>
  importsIn(path, text(path).replaceAll(/^(import|export) type [^;]*?'\n/gm, ''))

const described = (found: readonly { readonly from: string; readonly specifier: string }[]) =>
  found.map(({ from, specifier }) => `${from} imports ${specifier}`)

describe('the source', () => {
  it('imports only in the direction of the table', () => {
    const wrong = imports.filter(
      ({ from, file }) => file !== undefined && !placesFor(from).some((place) => isIn(file, place)),
    )

    expect(described(wrong)).toEqual([])
  })

  it('imports test modules only in tests', () => {
    const wrong = imports.filter(
      ({ from, file }) => file !== undefined && isForTests(file) && !isForTests(from),
    )

    expect(described(wrong)).toEqual([])
  })

  it('imports pseudo-languages only in the gallery', () => {
    const wrong = imports.filter(
      ({ from, file }) =>
        file !== undefined &&
        isIn(file, 'i18n/pseudo') &&
        !isIn(from, 'i18n/pseudo') &&
        !isIn(from, 'gallery'),
    )

    expect(described(wrong)).toEqual([])
  })

  it('has a line in the table for every folder', () => {
    const folders = new Set(imports.map(({ from }) => folderOf(from)))

    expect([...folders].filter((folder) => !Object.hasOwn(mayImport, folder))).toEqual([])
  })

  it.each(Object.entries(onlyIn))('imports %s only in %s', (name, place) => {
    const wrong = imports.filter(
      ({ from, specifier }) =>
        isIn(specifier, name) && !isIn(from, place) && !isOutside(from) && !isExample(from),
    )

    expect(described(wrong)).toEqual([])
  })

  it.each(Object.entries(packagesOf))('imports in %s no packages except %j', (folder, packages) => {
    const wrong = imports.filter(
      ({ from, specifier, file }) =>
        isIn(from, folder) && file === undefined && !packages.some((name) => isIn(specifier, name)),
    )

    expect(described(wrong)).toEqual([])
  })

  it('has no import cycles, not even of types', () => {
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

  it('imports no Node modules in the proxy app, so that it can run on any host', () => {
    const reached = new Set(['proxy/proxy.ts'])
    // The loop also visits elements that are added during it.
    for (const path of reached) for (const { file } of valueImports(path)) if (file) reached.add(file)
    const packages = [...reached].flatMap((path) => valueImports(path).filter(({ file }) => !file))

    expect([...new Set(packages.map(({ specifier }) => specifier))].toSorted()).toEqual([
      '@aws-sdk/client-connect',
      '@aws-sdk/client-s3',
      '@aws-sdk/s3-request-presigner',
      '@internationalized/date',
      'countries-and-timezones',
      'file-type/core',
      'hono',
      'hono/route',
      'hono/secure-headers',
      'hono/utils/url',
      'jose',
      'jsonc-parser',
      'libphonenumber-js/core',
      'libphonenumber-js/metadata.min.json',
      'lru-cache',
      'zod/mini',
    ])
  })

  it('keeps each host of the proxy apart: only its own files import it', () => {
    const wrong = imports.filter(
      ({ from, file }) =>
        file !== undefined &&
        hostOf(file) !== undefined &&
        hostOf(file) !== hostOf(from) &&
        !isForTests(from),
    )

    expect(described(wrong)).toEqual([])
  })

  it('names modules of Node in the proxy only in its Node host', () => {
    const wrong = imports.filter(
      ({ from, specifier }) =>
        isIn(from, 'proxy') &&
        /^node:|^@hono\/node-server/.test(specifier) &&
        hostOf(from) !== 'proxy/hosts/node' &&
        !isForTests(from),
    )

    expect(described(wrong)).toEqual([])
  })

  it('sizes the panel in em, because rem follows the root of the page around it', () => {
    const styles = paths.filter((path) => isIn(path, 'widget') && path.endsWith('.css'))

    expect(styles.length).toBeGreaterThan(0)
    expect(styles.filter((path) => /\drem\b/.test(text(path)))).toEqual([])
  })

  it('has no barrels', () => {
    expect(modules.filter((path) => /(^|\/)index\.tsx?$/.test(path))).toEqual([])
  })

  it('has no file of more than 400 lines', () => {
    expect(modules.filter((path) => text(path).trimEnd().split('\n').length > 400)).toEqual([])
  })

  it('has file names in kebab-case', () => {
    const others = paths.filter((path) => !namedByTools.has(path) && !/(^|\/)README\.md$/.test(path))

    expect(others.filter((path) => !/^[a-z\d]+([-./][a-z\d]+)*$/.test(path))).toEqual([])
  })
})
