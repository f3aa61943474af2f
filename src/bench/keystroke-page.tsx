import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { FormProvider } from 'react-hook-form'
import type { Attribute } from '../core/fields/attributes/attribute.ts'
import { emptyDraft } from '../core/task/task-draft.ts'
import { language } from '../i18n/en/first-words.ts'
import { lateWords } from '../i18n/en/late-words.ts'
import { createFormats } from '../i18n/formats/formats.ts'
import { AttributeRows, AttributesSummary } from '../widget/fields/attribute-rows.tsx'
import { LateLanguageContext } from '../widget/late/late-messages.ts'
import { loadLateParts } from '../widget/late/load-late.ts'
import { LateContext } from '../widget/late/late.tsx'
import { nothingInherited } from '../widget/contact/use-inheritance.ts'
import { onDraftChange } from '../widget/form-model/draft/draft-changes.ts'
import { useTaskForm } from '../widget/form-model/draft/use-task-form.ts'
import { PanelSettingContext, type PanelSetting } from '../widget/setting/panel-setting.ts'
import { clientWithDestinations, NativeSelect, PanelSearch } from './destination-choices.tsx'
import '../widget/task-panel.css'
import '../widget/late/late.css'

const bytesInAll = 32_000

function attributesOf(rows: number): Attribute[] {
  const value = 'v'.repeat(Math.max(1, Math.floor(bytesInAll / rows) - 8))
  return Array.from({ length: rows }, (_, index) => ({ key: `key-${index}`, value }))
}

const formats = createFormats('en', 'UTC')

const setting: PanelSetting = {
  client: clientWithDestinations,
  messages: language.messages,
  locale: 'en',
  zone: 'UTC',
  now: () => new Date(),
  clockAheadMs: 0,
  hostRules: {},
}

/** The panel's attribute rows in the panel's form, with all their subscribers. */
function PanelRows({ attributes }: { readonly attributes: readonly Attribute[] }) {
  const { form } = useTaskForm(
    { zone: 'UTC', scheduleHorizonDays: 6 },
    { blank: emptyDraft, values: { ...emptyDraft, attributes } },
  )
  const { control, subscribe } = form
  // Subscribe as the desk does.
  useEffect(() => onDraftChange({ control, subscribe }, () => {}), [control, subscribe])
  return (
    <FormProvider {...form}>
      <AttributesSummary inheritance={nothingInherited} />
      <AttributeRows inheritance={nothingInherited} />
    </FormProvider>
  )
}

/** Baseline: the same fields and styles without subscribers. */
function NativeRows({ attributes }: { readonly attributes: readonly Attribute[] }) {
  return (
    <ol className="tl-rows">
      {attributes.map(({ key, value }, index) => (
        <li key={key}>
          <fieldset className="tl-row tl-attribute-row">
            <input type="text" defaultValue={key} aria-label="Key" />
            <input type="text" defaultValue={value} aria-label={`Value ${index + 1}`} />
            <button type="button" className="tl-remove">
              ✕
            </button>
          </fieldset>
        </li>
      ))}
    </ol>
  )
}

const query = new URLSearchParams(location.search)
const list = query.get('list')
const attributes = attributesOf(Number(query.get('rows') ?? 1))
const root = document.getElementById('rows')
if (root) {
  createRoot(root).render(
    <section className="tl-panel">
      {list === 'native' && <NativeRows attributes={attributes} />}
      {list === 'select' && <NativeSelect />}
      {(list === 'panel' || list === 'search') && (
        <PanelSettingContext value={setting}>
          <LateContext value={loadLateParts(language)}>
            <LateLanguageContext value={{ words: lateWords(formats), formats }}>
              {list === 'panel' ? <PanelRows attributes={attributes} /> : <PanelSearch />}
            </LateLanguageContext>
          </LateContext>
        </PanelSettingContext>
      )}
    </section>,
  )
}
