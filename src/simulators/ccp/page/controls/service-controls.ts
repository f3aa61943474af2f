import { type AnswerModes, type ApiMode, apiModes } from '../host/answer-modes.ts'
import { element } from './element.ts'
import { keepOpening } from '../session/kept.ts'
import { type Opening, usualOpening } from '../session/opening.ts'
import type { Session } from '../session/session.ts'

const apiModeNames = {
  ok: 'as it should',
  fail: 'with an error',
  slow: 'late',
  drop: 'never',
} satisfies Record<ApiMode, string>

/** Longer than the panel waits before it reports that the CCP does not answer. */
const lateMs = 20_000

const openings: ReadonlyMap<string, Opening> = new Map([
  ['at once', usualOpening],
  ['20 seconds late', { ...usualOpening, acknowledgementDelayMs: lateMs }],
  [
    'at first without data',
    { ...usualOpening, speech: 'first-without-data', acknowledgementDelayMs: lateMs },
  ],
  ['never, but the agent comes', { ...usualOpening, speech: 'agent-only' }],
  ['never, and nothing comes', { ...usualOpening, speech: 'silent' }],
])

export interface ServiceControlsParts {
  readonly session: Session
  readonly modes: AnswerModes
  /** How this page has opened. */
  readonly opening: Opening
}

/** Wires the controls that simulate failures of the CCP. */
export function wireServiceControls({ session, modes, opening }: ServiceControlsParts) {
  const api = element('api-mode', HTMLSelectElement)
  api.replaceChildren(...apiModes.map((mode) => new Option(apiModeNames[mode], mode)))
  api.addEventListener('change', () => modes.setApi(apiModes[api.selectedIndex] ?? 'ok'))

  const keepAlive = element('keep-alive', HTMLInputElement)
  keepAlive.addEventListener('change', () => modes.setKeepAlive(keepAlive.checked ? 'answered' : 'lost'))

  const next = element('opening', HTMLSelectElement)
  next.replaceChildren(...Array.from(openings.keys(), (name) => new Option(name)))
  next.selectedIndex = [...openings.values()].findIndex((each) => sameOpening(each, opening))
  next.addEventListener('change', () => void keepOpening(openings.get(next.value) ?? usualOpening))

  onClick('sign-out', session.signOut)
  onClick('expire', session.expire)
  onClick('deny', session.deny)
}

const sameOpening = (one: Opening, other: Opening) => JSON.stringify(one) === JSON.stringify(other)

const onClick = (id: string, act: () => Promise<void>) =>
  element(id, HTMLButtonElement).addEventListener('click', () => void act())
