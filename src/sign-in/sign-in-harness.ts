import { vi } from 'vitest'
import type { AgentSignIn } from './agent-sign-in.ts'
import type { SignInWays } from './create-agent-sign-in.ts'
import type { Sibling, Siblings } from './siblings.ts'
import type { SignedIn } from './signed-in.ts'

export const issuer = 'https://login.example.com'

/** A signed-in account, with one of several tokens. */
export function signedInAs(
  subject: string,
  bearer = `${subject}-1`,
  obtainedAtMs = 0,
): SignedIn & { readonly expire: () => void } {
  let isExpired = false
  return {
    account: { issuer, subject },
    bearer,
    shareable: bearer,
    obtainedAtMs,
    isExpired: () => isExpired,
    expire: () => {
      isExpired = true
    },
  }
}

export type SilentAnswer = Awaited<ReturnType<SignInWays['silently']>>
type WindowAnswer = Awaited<ReturnType<SignInWays['inWindow']>>

/** A provider that gives these answers to silent requests; the test controls its windows. */
export function providerWith(...silentAnswers: SilentAnswer[]) {
  const windows: { readonly answer: (answer: WindowAnswer) => void; readonly close: () => void }[] = []
  const silently = vi.fn<SignInWays['silently']>(async () => silentAnswers.shift() ?? 'refused')
  const inWindow: SignInWays['inWindow'] = ({ closed }) =>
    new Promise((answer) => {
      windows.push({ answer, close: closed })
    })
  return { ways: { silently, inWindow, keep: () => {} }, silently, windows }
}

/** A page whose panels hear each other. Work that must be done alone runs in one panel after the other. */
export function pageWithPanels() {
  const panels = new Set<Sibling>()
  let turn = Promise.resolve()
  return (): Siblings => {
    let own: Sibling | undefined
    const others = () => [...panels].filter((panel) => panel !== own)
    return {
      canBeSeen: true,
      join: (panel) => {
        own = panel
        panels.add(panel)
      },
      ask: () => {
        for (const panel of others()) {
          const present = panel.present()
          if (present) own?.signedIn(present)
        }
      },
      tell: (signedIn) => others().forEach((panel) => panel.signedIn(signedIn)),
      tellEnded: (obtainedAtMs) => others().forEach((panel) => panel.ended(obtainedAtMs)),
      alone: (work) => (turn = turn.then(work)),
    }
  }
}

export const statusOf = (signIn: AgentSignIn) => signIn.getSnapshot().status
