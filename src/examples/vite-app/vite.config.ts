import { defineConfig } from 'vite'

// Three pages, one for each entry of the package. Your own app needs one.
export default defineConfig({
  build: {
    rolldownOptions: { input: ['index.html', 'mount.html', 'element.html'] },
  },
})
