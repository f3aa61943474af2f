import { useState, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { languages } from '../i18n/pseudo/languages.ts'
import './gallery.css'
import { hashOf, shownStateFrom, type ShownState } from './shown-state.ts'
import { stateGroups } from './state-groups.ts'

const themes = ['light', 'dark']

/**
 * Every language of the panel, British English for its date formats, and pseudo-languages that show what a translation would
 * break.
 */
const locales = ['en-GB', ...Object.keys(languages)]

/** In CSS pixels: the narrowest CCP frame, its usual width, and a full page. */
const widths = ['320', '400', '1280']

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange)
  return () => removeEventListener('hashchange', onChange)
}

/** Lists every state. The chosen one is shown in its own frame, so that it has its own width and styles. */
function Gallery() {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  const [width, setWidth] = useState('400')
  const shown = shownStateFrom(hash)
  const show = (changed: Partial<ShownState>) => {
    location.hash = hashOf({ ...shown, ...changed })
  }
  return (
    <div className="gallery">
      <header>
        <h1>Every state of the panel</h1>
        <Choice label="Theme" value={shown.theme} values={themes} onChoose={(theme) => show({ theme })} />
        <Choice
          label="Language"
          value={shown.language}
          values={locales}
          onChoose={(language) => show({ language })}
        />
        <Choice label="Width" value={width} values={widths} onChoose={setWidth} />
      </header>
      <nav aria-label="States">
        {stateGroups.map(({ title, states }) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul>
              {states.map(({ name }) => (
                <li key={name}>
                  <a
                    href={hashOf({ ...shown, name })}
                    aria-current={name === shown.name ? 'page' : undefined}
                  >
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <main>
        {/* No `sandbox`: the frame needs scripts and the same origin, and a sandbox that allows both protects nothing. */}
        {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
        <iframe
          title={shown.name}
          src={`./state.html${hashOf(shown)}`}
          style={{ inlineSize: `${width}px` }}
        />
      </main>
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly values: readonly string[]
  readonly onChoose: (value: string) => void
}

function Choice({ label, value, values, onChoose }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {values.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </label>
  )
}

const place = document.getElementById('gallery')
if (place) createRoot(place).render(<Gallery />)
