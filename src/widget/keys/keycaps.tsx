import { Fragment } from 'react'
import { useLateMessages } from '../late/late-messages.ts'
import type { Chord, Platform } from './chord.ts'
import { keysOf } from './chord-words.ts'

/** A chord as keys of a keyboard. */
export function Keycaps({ chord, platform }: { readonly chord: Chord; readonly platform: Platform }) {
  const { names } = useLateMessages().keys
  const keys = keysOf(chord, platform, names)
  return (
    <bdi>
      {keys.map((key, index) => (
        <Fragment key={key}>
          {index > 0 && <span>{platform === 'apple' ? ' ' : '+'}</span>}
          <kbd>{key}</kbd>
        </Fragment>
      ))}
    </bdi>
  )
}
