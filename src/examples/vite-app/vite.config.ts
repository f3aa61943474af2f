import { defineConfig } from 'vite'

// One page for each way in; an app of yours has one.
export default defineConfig({
  build: {
    target: 'es2023',
    rolldownOptions: { input: ['index.html', 'mount.html', 'element.html'] },
  },
})
