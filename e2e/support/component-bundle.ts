import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const component = fileURLToPath(new URL('../../dist/lib/component.js', import.meta.url))

/** Not a real file: the plugin below provides its text. */
const entryPath = `${component}.entry.js`

const entry = `
  export { TaskPanel } from ${JSON.stringify(component)}
  export { createElement, StrictMode } from 'react'
  export { createRoot } from 'react-dom/client'
`

/** The library's component with the development build of React, as one module. */
export async function bundleComponent(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entryPath ? id : undefined),
        load: (id) => (id === entryPath ? entry : undefined),
      },
    ],
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: entryPath, formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const [output] = [built].flat()
  return output && 'output' in output ? output.output[0].code : ''
}
