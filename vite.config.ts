import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type BuildOptions, type Plugin, type UserConfig } from 'vite'
import { configDefaults } from 'vitest/config'
import type { InlineConfig } from 'vitest/node'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/**
 * Browsers that support `light-dark()`. For older ones Vite would rewrite it, but the rewritten form works only if the page's
 * own `color-scheme` is rewritten too. The library's styles are text in its scripts, so no other build rewrites them.
 */
const cssTarget = ['chrome123', 'firefox120', 'safari17.5']

/** Also writes a compressed copy of each file of the panel, so that the proxy need not compress it for each agent. */
const precompressed: Plugin = {
  name: 'precompressed',
  writeBundle: ({ dir = '' }, bundle) => {
    for (const file of Object.keys(bundle).filter((name) => name.startsWith('assets/'))) {
      const content = readFileSync(join(dir, file))
      writeFileSync(join(dir, `${file}.br`), brotliCompressSync(content))
      writeFileSync(join(dir, `${file}.gz`), gzipSync(content, { level: 9 }))
    }
  },
}

const library = {
  outDir: path('dist/lib'),
  target: 'es2023',
  cssTarget,
  sourcemap: true,
} satisfies BuildOptions

/** Frameworks that render on a server, such as Next.js, then load these entries in the browser, too. */
const clientEntries = new Set(['component', 'mount', 'element'])

/** Rolldown drops a directive of the source. */
const clientBanner = ({ isEntry, name }: { readonly isEntry: boolean; readonly name: string }) =>
  isEntry && clientEntries.has(name) ? "'use client';" : ''

/**
 * The panel up to its first keystroke, with everything that it imports, in one file. Otherwise the build would split it into
 * one file for each set of later chunks that share modules, and many small files compress worse than one.
 */
const firstPanel =
  /src\/(entries\/pages\/(signed-in-panel|load-again)|sign-in\/pending-sign-in|contacts\/pending-source)\.tsx?$/

/** The start of index.html, with all that it imports. If the panel's file had a part of it, a sign-in would wait for the panel. */
const start = /vite\/preload-helper|src\/entries\/main\.ts$/

/** zod, the rules and the schemas. All that a page loads after the form shares them: one file instead of a dozen small ones. */
const rules = /node_modules\/zod\/|src\/core\/|src\/contract\/(fields|parsing|problems|rules)\//

/**
 * Modules that chunks loaded on demand share with the late chunk. Inside the late chunk they would cause an import cycle, which
 * an app's bundler keeps even if the app uses nothing of the package.
 */
const lateShared = {
  name: 'late-shared',
  test: /\/src\/(widget\/(keys\/(act|chord|keymap|refuse)|controls\/(icons\/|shown-part|dom-kinds))|core\/time\/read-time)/,
}

/**
 * Modules that the words of all parts share. Inside the first words they would cause an import cycle with the words that these
 * load.
 */
const sharedWords = { name: 'shared-words', test: /\/src\/i18n\/(phrase|en\/(counting|names))\.ts$/ }

/** The builds, each run with `vite build --mode <name>`. `panel` is the page for agents. */
const builds: Record<string, UserConfig> = {
  panel: {
    // The panel must also find its files below a path of another server.
    base: './',
    build: {
      outDir: path('dist/panel'),
      manifest: true,
      target: 'es2023',
      cssTarget,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'start', test: start, priority: 2 },
              { name: 'panel', test: firstPanel, priority: 1 },
              { name: 'rules', test: rules, minShareCount: 2 },
            ],
          },
        },
      },
    },
  },
  library: {
    // The worker that hashes files is found beside the script that starts it, on any host.
    base: './',
    publicDir: false,
    build: {
      ...library,
      emptyOutDir: true,
      lib: {
        entry: {
          component: path('src/entries/component.ts'),
          'streams-owner': path('src/contacts/streams/owner.ts'),
          'streams-guest': path('src/contacts/streams/guest.ts'),
          workspace: path('src/contacts/workspace/source.ts'),
          host: path('src/contacts/host/source.ts'),
          tasklink: path('src/entries/tasklink.css'),
        },
        formats: ['es'],
      },
      cssCodeSplit: true,
      // The host application bundles its own copy of each package, once.
      rolldownOptions: {
        external: /^[a-z@]/,
        output: {
          assetFileNames: '[name][extname]',
          banner: clientBanner,
          codeSplitting: { groups: [lateShared, sharedWords] },
        },
      },
    },
  },
  /** For pages without React or with another version: the bundle contains all packages. */
  'library-alone': {
    base: './',
    publicDir: false,
    // React's switch between development and production. Vite's library mode does not replace it.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ...library,
      // Keep the output of the build `library`, which is in the same folder.
      emptyOutDir: false,
      lib: {
        entry: { mount: path('src/entries/mount.tsx'), element: path('src/entries/element.ts') },
        formats: ['es'],
      },
      rolldownOptions: {
        output: { minify: true, banner: clientBanner, codeSplitting: { groups: [lateShared, sharedWords] } },
      },
    },
  },
  proxy: {
    publicDir: false,
    build: {
      outDir: path('dist/proxy'),
      target: 'node20',
      ssr: true,
      emptyOutDir: true,
      rolldownOptions: {
        input: {
          main: path('src/proxy/hosts/node/main.ts'),
          'check-policy': path('src/proxy/hosts/node/check-policy.ts'),
        },
      },
    },
    // Bundle all packages, so that the server needs no node_modules.
    ssr: { noExternal: true },
  },
  /** `vite --mode gallery` serves the gallery to developers. Tests build it, because a built gallery is faster. */
  gallery: {
    root: path('src/gallery'),
    cacheDir: path('node_modules/.vite/gallery'),
    // The panel imports its tables of languages by these names. Only the gallery's have pseudo-languages.
    resolve: {
      alias: [
        { find: /^\.\/languages\.ts$/, replacement: path('src/i18n/pseudo/languages.ts') },
        {
          find: /^\.\.\/\.\.\/\.\.\/i18n\/moment-readers\.ts$/,
          replacement: path('src/i18n/pseudo/moment-readers.ts'),
        },
      ],
    },
    publicDir: false,
    optimizeDeps: { entries: ['index.html', 'state.html'] },
    server: { host: 'localhost' },
    build: {
      outDir: path('dist/gallery'),
      target: 'es2023',
      cssTarget,
      emptyOutDir: true,
      rolldownOptions: { input: [path('src/gallery/index.html'), path('src/gallery/state.html')] },
    },
  },
  'ccp-simulator': {
    root: path('src/simulators/ccp/page'),
    base: './',
    publicDir: false,
    build: { outDir: path('dist/simulators/ccp'), target: 'es2023', emptyOutDir: true },
  },
  'workspace-simulator': {
    root: path('src/simulators/workspace/page'),
    base: './',
    publicDir: false,
    build: { outDir: path('dist/simulators/workspace'), target: 'es2023', emptyOutDir: true },
  },
  examples: {
    root: path('src/examples'),
    base: './',
    publicDir: false,
    // The examples import the package by its name; these aliases resolve it to the source.
    resolve: {
      alias: [
        { find: /^tasklink$/, replacement: path('src/entries/component.ts') },
        { find: /^tasklink\/mount$/, replacement: path('src/entries/mount.tsx') },
        { find: /^tasklink\/element$/, replacement: path('src/entries/element.ts') },
        { find: /^tasklink\/streams-owner$/, replacement: path('src/contacts/streams/owner.ts') },
        { find: /^tasklink\/streams-guest$/, replacement: path('src/contacts/streams/guest.ts') },
        { find: /^tasklink\/host$/, replacement: path('src/contacts/host/source.ts') },
      ],
    },
    build: {
      outDir: path('dist/examples'),
      target: 'es2023',
      cssTarget,
      emptyOutDir: true,
      // amazon-connect-streams is large.
      chunkSizeWarningLimit: 5_000,
      rolldownOptions: {
        input: [
          '',
          'host-page/',
          'streams-desktop/',
          'react-component/',
          'mount/',
          'custom-element/',
          'prefilled/',
        ].map((place) => path(`src/examples/${place}index.html`)),
      },
    },
  },
}

const inBrowser = ['src/contacts/streams/{owner,guest,events}.test.ts']
const inProcesses = ['src/{proxy,faults}/**/*process*.test.ts', 'src/proxy/rates/shared-proxies.test.ts']
/**
 * Test files that need their own worker. The first two leave globals behind, and timers of Amazon's SDK that need them. The
 * last one moves a clock through minutes: after other files in the same worker, it sometimes waited without an end. The cause is not known.
 */
const alone = [
  'src/contacts/workspace/source.test.ts',
  'src/drafts/browser-storage/indexed-db-drafts.test.ts',
  'src/widget/form-model/submissions/two-panels-order.test.ts',
]
const notHere = [...configDefaults.exclude, 'e2e/**', 'dist/**']

/** Each project builds what its tests share, once and only when one of them runs. */
const tests = {
  // Vitest itself leaves one core idle.
  maxWorkers: '100%',
  // Files share a worker and the modules that it has loaded.
  isolate: false,
  // Ends tests that hang. On a busy machine, the first test of a file may load modules for longer than Vitest's 5 s.
  testTimeout: 30_000,
  hookTimeout: 60_000,
  setupFiles: '.ci/property-seed.mjs',
  projects: [
    { extends: true, test: { name: 'unit', exclude: [...notHere, ...alone, ...inBrowser, ...inProcesses] } },
    { extends: true, test: { name: 'alone', include: alone, isolate: true } },
    {
      extends: true,
      test: {
        name: 'browser',
        include: inBrowser,
        globalSetup: 'src/contacts/streams/built-pages-harness.ts',
      },
    },
    {
      extends: true,
      test: {
        name: 'processes',
        include: inProcesses,
        globalSetup: 'src/proxy/harness/built-proxy-harness.ts',
      },
    },
  ],
} satisfies InlineConfig

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === 'panel' ? [precompressed] : [])],
  test: tests,
  ...builds[mode],
}))
