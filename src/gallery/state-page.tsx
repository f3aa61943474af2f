import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createHostSource } from '../contacts/host/source.ts'
import { createTaskClient, TaskPanel, type TaskPanelProps } from '../entries/component.ts'
import { createAgent } from './agent.ts'
import { createBucketRequest } from './bucket.ts'
import { onCall } from './contacts.ts'
import { createGalleryDrafts } from './gallery-drafts.ts'
import type { GalleryState } from './gallery-state.ts'
import './gallery.css'
import { createProxyFetch } from './proxy-answers.ts'
import { shownStateFrom } from './shown-state.ts'
import { stateGroups } from './state-groups.ts'

const galleryNow = () => new Date('2026-03-10T14:05:00Z')

/** The panel in one window of a browser. */
function openPanel(place: HTMLElement, props: TaskPanelProps): { readonly reload: () => void } {
  let root = createRoot(place)
  const show = () => {
    root.render(
      <StrictMode>
        <TaskPanel {...props} locales={[shownStateFrom(location.hash).language]} />
      </StrictMode>,
    )
  }
  show()
  const opened = shownStateFrom(location.hash).name
  const follow = () => {
    if (shownStateFrom(location.hash).name === opened) {
      show()
      return
    }
    root.unmount()
    removeEventListener('hashchange', follow)
  }
  addEventListener('hashchange', follow)
  return {
    reload: () => {
      root.unmount()
      root = createRoot(place)
      show()
    },
  }
}

/** Shows one state in an element until another is asked for. Resolves when its steps are done. */
async function showState(place: HTMLElement, state: GalleryState): Promise<void> {
  // No Web Locks: windows of a browser send one after the other with a lock, and a state whose task gets no answer would block
  // other states and tabs.
  Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined })
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: state.isOffline !== true })
  window.XMLHttpRequest = createBucketRequest(state.bucket ?? 'takes-all')
  const host = createHostSource()
  host.set(state.session ?? onCall)
  const sent = newSignal()
  const proxyFetch = createProxyFetch(state.proxy)
  const { store, breakStorage } = createGalleryDrafts(state.isStorageBroken === true)
  const shared: TaskPanelProps = {
    source: state.source?.() ?? host,
    client: createTaskClient({
      baseUrl: '',
      fetch: (path, init) => {
        if (init?.method === 'POST') sent.give()
        return proxyFetch(path, init)
      },
      token: async () => 'gallery',
      renewToken: async () => false,
    }),
    drafts: store,
    timeZone: 'Europe/London',
    now: state.now ?? galleryNow,
    ...(state.fields ? { fields: state.fields } : {}),
    ...(state.signIn ? { signIn: { status: state.signIn, onSignIn: () => {} } } : {}),
  }
  const open = (shown: HTMLElement) => {
    const ready = newSignal()
    const { reload } = openPanel(shown, { ...shared, onReady: ready.give })
    return { reload, agent: createAgent(shown), isReady: ready.isGiven }
  }
  const { agent, reload, isReady } = open(place)
  if (!state.steps) return
  await isReady
  const openWindow = async () => {
    const hidden = document.createElement('div')
    hidden.hidden = true
    place.after(hidden)
    const other = open(hidden)
    await other.isReady
    return other.agent
  }
  await state.steps({ agent, host, sent: sent.isGiven, reload, openWindow, breakStorage })
}

interface Signal {
  readonly give: () => void
  readonly isGiven: Promise<void>
}

function newSignal(): Signal {
  let resolveIt: (() => void) | undefined
  const isGiven = new Promise<void>((resolve) => {
    resolveIt = resolve
  })
  return { give: () => resolveIt?.(), isGiven }
}

/** Shows one state and nothing else. The page is `aria-busy` until the state is reached. */
async function showPage(main: HTMLElement, name: string): Promise<void> {
  const state = stateGroups.flatMap(({ states }) => states).find((each) => each.name === name)
  const place = document.createElement('div')
  const heading = document.createElement('h1')
  heading.textContent = state ? name : `There is no state “${name}”.`
  main.replaceChildren(heading, place)
  main.ariaBusy = 'true'
  if (!state) return
  await showState(place, state)
  if (place.isConnected) main.ariaBusy = 'false'
}

const main = document.querySelector('main')
if (main) {
  let shown: string | undefined
  const show = () => {
    const { name, theme } = shownStateFrom(location.hash)
    document.documentElement.style.colorScheme = theme
    // If only the theme or language changes, the panel stays as the agent's steps left it.
    if (name !== shown) void showPage(main, name)
    shown = name
  }
  addEventListener('hashchange', show)
  show()
}
