import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createHostSource } from '../contacts/host/source.ts'
import { createTaskClient, TaskPanel, type TaskPanelProps } from '../entries/component.ts'
import { createAgent } from './agent.ts'
import { onCall } from './contacts.ts'
import { createGalleryDrafts } from './gallery-drafts.ts'
import type { GalleryState } from './gallery-state.ts'
import './gallery.css'
import { createProxyFetch } from './proxy-answers.ts'
import { shownStateFrom } from './shown-state.ts'
import { stateGroups } from './state-groups.ts'

const galleryNow = () => new Date('2026-03-10T14:05:00Z')

/** Shows one state in an element until another is asked for. Resolves when its steps are done. */
async function showState(place: HTMLElement, state: GalleryState, language: string): Promise<void> {
  const host = createHostSource()
  host.set(state.session ?? onCall)
  let becomeReady: (() => void) | undefined
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve
  })
  let noteSent: (() => void) | undefined
  const sent = new Promise<void>((resolve) => {
    noteSent = resolve
  })
  const proxyFetch = createProxyFetch(state.proxy)
  const props: TaskPanelProps = {
    source: state.source?.() ?? host,
    client: createTaskClient({
      baseUrl: '',
      fetch: (path, init) => {
        if (init?.method === 'POST') noteSent?.()
        return proxyFetch(path, init)
      },
      token: async () => 'gallery',
      renewToken: async () => false,
    }),
    drafts: createGalleryDrafts(state.isStorageBroken === true),
    locales: [language],
    timeZone: 'Europe/London',
    now: state.now ?? galleryNow,
    onReady: () => becomeReady?.(),
    ...(state.fields ? { fields: state.fields } : {}),
    ...(state.signIn ? { signIn: { status: state.signIn, onSignIn: () => {} } } : {}),
  }
  let root = createRoot(place)
  const render = () =>
    root.render(
      <StrictMode>
        <TaskPanel {...props} />
      </StrictMode>,
    )
  const reload = () => {
    root.unmount()
    root = createRoot(place)
    render()
  }
  addEventListener('hashchange', () => root.unmount(), { once: true })
  render()
  if (!state.steps) return
  await ready
  await state.steps({ agent: createAgent(place), host, sent, reload })
}

/** The page of one state, without anything beside it. It is busy until the state is reached. */
async function showPage(main: HTMLElement): Promise<void> {
  const { name, theme, language } = shownStateFrom(location.hash)
  const state = stateGroups.flatMap(({ states }) => states).find((each) => each.name === name)
  document.documentElement.style.colorScheme = theme
  const place = document.createElement('div')
  const heading = document.createElement('h1')
  heading.textContent = state ? name : `There is no state “${name}”.`
  main.replaceChildren(heading, place)
  main.ariaBusy = 'true'
  if (!state) return
  await showState(place, state, language)
  if (place.isConnected) main.ariaBusy = 'false'
}

const main = document.querySelector('main')
if (main) {
  const show = () => void showPage(main)
  addEventListener('hashchange', show)
  show()
}
