import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type BuildOptions, type UserConfig } from 'vite'
import { configDefaults } from 'vitest/config'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/**
 * The browsers that know `light-dark()`. Lowered for older ones it has colours only in a page whose own `color-scheme`
 * was lowered too, which the page around the component seldom is.
 */
const cssTarget = ['chrome123', 'firefox120', 'safari17.5']

const library = { outDir: path('dist/lib'), target: 'es2023', cssTarget } satisfies BuildOptions

/** One product, several builds: `vite build --mode <name>`; `panel` is what agents open. */
const builds: Record<string, UserConfig> = {
  panel: {
    build: {
      outDir: path('dist/panel'),
      manifest: true,
      target: 'es2023',
      cssTarget,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
    },
  },
  library: {
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
          tasklink: path('src/widget/task-panel.css'),
        },
        formats: ['es'],
      },
      cssCodeSplit: true,
      // What the host installs beside us is the host's to bundle, once.
      rolldownOptions: { external: /^[a-z@]/, output: { assetFileNames: '[name][extname]' } },
    },
  },
  /** For pages without React, or with another one: all that these need is inside. */
  'library-alone': {
    publicDir: false,
    // React's own switch, which a library's build leaves to the host.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ...library,
      // Beside what `library` has built.
      emptyOutDir: false,
      lib: {
        entry: { mount: path('src/entries/mount.tsx'), element: path('src/entries/element.ts') },
        formats: ['es'],
      },
      rolldownOptions: { output: { minify: true } },
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
        input: { main: path('src/proxy/main.ts'), 'check-policy': path('src/proxy/check-policy.ts') },
      },
    },
    // The server that runs it installs nothing.
    ssr: { noExternal: true },
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
    // As a developer who installed the package would import it, from the source beside it.
    resolve: {
      alias: [
        { find: /^tasklink$/, replacement: path('src/entries/component.ts') },
        { find: /^tasklink\/tasklink.css$/, replacement: path('src/widget/task-panel.css') },
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
      // Streams, which the desktop brings along, is large.
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

export default defineConfig(({ mode }) => ({
  plugins: [react()],
  test: { exclude: [...configDefaults.exclude, 'e2e/**', 'dist/**'] },
  ...builds[mode],
}))
