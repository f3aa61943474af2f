import type { ConnectTemplates } from '../connect/connect-templates.ts'
import { button, element } from './element.ts'

/** In the demo, lets you change a task template as an administrator would, while an agent has its form open. */
export function wireTemplateControls(templates: ConnectTemplates) {
  const details = element('simulate', HTMLDetailsElement)
  const select = element('template', HTMLSelectElement)
  const draw = async () => {
    const chosen = select.value
    const known = await templates.read().catch(() => [])
    select.replaceChildren(
      ...known.map(
        ({ templateId, name, status }) =>
          new Option(
            status === 'ACTIVE' ? name : `${name} (inactive)`,
            templateId,
            false,
            templateId === chosen,
          ),
      ),
    )
  }
  const control = (label: string, change: Parameters<ConnectTemplates['change']>[1]) => {
    const made = button(`template-${change}`, label)
    made.addEventListener('click', () => void templates.change(select.value, change).then(draw, draw))
    return made
  }
  element('template-changes', HTMLDivElement).replaceChildren(
    control('Take out of use', 'deactivate'),
    control('Put into use', 'activate'),
    control('Replace its last field', 'republish'),
  )
  details.addEventListener('toggle', () => {
    if (details.open) void draw()
  })
}
