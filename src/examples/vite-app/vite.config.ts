import { defineConfig } from 'vite'

// Three pages, one for each entry of the package. Your own app needs one.
export default defineConfig({
  build: {
    target: 'es2023',
    rolldownOptions: { input: ['index.html', 'mount.html', 'element.html'] },
  },
})
