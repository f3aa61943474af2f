import { openChannel, type Channel } from './channel.ts'

/** Messages between the panel, its own sign-in window and the page where the provider's answer arrives, all of one origin. */
export type WindowMessage =
  /** `ready`: the own window to the panel, it can receive the address. The others are on the channel. */
  | { readonly tasklinkSignIn: 'ready' | 'wanted' | 'taken' }
  /** The panel to its own window: the address of the provider's login page. */
  | { readonly tasklinkSignIn: 'open'; readonly address: string }
  /** The page with the provider's answer to the panel, also through the own window. `url` holds the code and the state. */
  | { readonly tasklinkSignIn: 'answer'; readonly url: string }

/** Undefined for any other message. */
export function readWindowMessage(data: unknown): WindowMessage | undefined {
  if (typeof data !== 'object' || data === null || !('tasklinkSignIn' in data)) return undefined
  const { tasklinkSignIn: kind } = data
  if (kind === 'ready' || kind === 'wanted' || kind === 'taken') return { tasklinkSignIn: kind }
  if (kind === 'open' && 'address' in data && typeof data.address === 'string') {
    return { tasklinkSignIn: kind, address: data.address }
  }
  if (kind === 'answer' && 'url' in data && typeof data.url === 'string') {
    return { tasklinkSignIn: kind, url: data.url }
  }
  return undefined
}

/** The channel of one sign-in. A panel in a frame of another site does not hear its top-level windows on it. */
export const openSignInChannel = (state: string): Channel => openChannel(`tasklink.sign-in.${state}`)

export const stateOf = (url: string): string | undefined =>
  (URL.canParse(url) ? new URL(url).searchParams.get('state') : undefined) ?? undefined
