import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'
import { configDefaults } from 'vitest/config'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** One product, several builds: `vite build --mode <name>`; `panel` is what agents open. */
const builds: Record<string, UserConfig> = {
  panel: {
    build: {
      outDir: path('dist/panel'),
      manifest: true,
      target: 'es2023',
      emptyOutDir: true,
      modulePreload: { polyfill: false },
    },
  },
  library: {
    publicDir: false,
    build: {
      outDir: path('dist/lib'),
      target: 'es2023',
      emptyOutDir: true,
      lib: {
        entry: {
          component: path('src/entries/component.ts'),
          'streams-owner': path('src/contacts/streams-owner.ts'),
          tasklink: path('src/widget/task-panel.css'),
        },
        formats: ['es'],
      },
      cssCodeSplit: true,
      // What the host installs beside us is the host's to bundle, once.
      rolldownOptions: { external: /^[a-z@]/, output: { assetFileNames: '[name][extname]' } },
    },
  },
  proxy: {
    publicDir: false,
    build: {
      outDir: path('dist/proxy'),
      target: 'node20',
      ssr: path('src/proxy/main.ts'),
      emptyOutDir: true,
    },
  },
  'ccp-simulator': {
    root: path('src/simulators/ccp/page'),
    base: './',
    publicDir: false,
    build: { outDir: path('dist/simulators/ccp'), target: 'es2023', emptyOutDir: true },
  },
}

export default defineConfig(({ mode }) => ({
  plugins: [react()],
  test: { exclude: [...configDefaults.exclude, 'e2e/**', 'dist/**'] },
  ...builds[mode],
}))
