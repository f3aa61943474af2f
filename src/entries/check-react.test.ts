import { describe, expect, it } from 'vitest'
import { checkReact } from './check-react.ts'

describe('checkReact()', () => {
  it.each(['19.2.0', '19.3.1', '20.0.0', '19.3.0-canary-fd524fe0-20251121'])(
    'accepts React %s',
    (version) => {
      expect(() => checkReact(version)).not.toThrow()
    },
  )

  it.each(['16.14.0', '17.0.2', '18.3.1', '19.1.0'])(
    'says which React it needs instead of %s, and how to use the panel without React',
    (version) => {
      expect(() => checkReact(version)).toThrow(
        `tasklink needs React 19.2 or newer, but this page has React ${version}. Update react and react-dom, or use tasklink/mount or tasklink/element, which contain their own React.`,
      )
    },
  )
})
