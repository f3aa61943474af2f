import type { Ccp } from '../ccp.ts'
import { arriving, type ConnectTask, type ConnectTasks } from '../connect/connect-tasks.ts'
import { button, element, span } from './element.ts'

const readAgainMs = 1_000

/** Offers the agent, and a colleague, the tasks that wait in Connect. The list is read while the controls are open. */
export function wireTaskControls(ccp: Ccp, tasks: ConnectTasks) {
  const details = element('simulate', HTMLDetailsElement)
  const refresh = async () => {
    const known = await tasks.read().catch(() => [])
    await removeEnded(ccp, known)
    draw(ccp, tasks, { known, refresh })
  }
  setInterval(() => {
    if (details.open) void refresh()
  }, readAgainMs)
  details.addEventListener('toggle', () => {
    if (details.open) void refresh()
  })
}

/** A task that was stopped leaves its agent. */
async function removeEnded(ccp: Ccp, known: readonly ConnectTask[]) {
  const ended = new Set(known.flatMap(({ contactId, state }) => (state === 'ended' ? [contactId] : [])))
  for (const { contactId } of ccp.state().contacts) {
    // Each step leads to the state that the next one changes.
    if (ended.has(contactId)) await ccp.remove(contactId, { byButton: false })
  }
}

interface Drawn {
  readonly known: readonly ConnectTask[]
  readonly refresh: () => Promise<void>
}

function draw(ccp: Ccp, tasks: ConnectTasks, { known, refresh }: Drawn) {
  const own = new Set(ccp.state().contacts.map(({ contactId }) => contactId))
  const open = known.filter(
    ({ contactId, state }) => (state === 'waiting' || state === 'scheduled') && !own.has(contactId),
  )
  const focusedId = document.activeElement?.id ?? ''
  element('no-tasks', HTMLParagraphElement).hidden = open.length > 0
  element('tasks', HTMLUListElement).replaceChildren(
    ...open.map((task) => {
      const item = document.createElement('li')
      item.append(span('name', task.name), ' ')
      if (task.state === 'scheduled') item.append(span('quiet', 'has not started yet'))
      else item.append(...controls(ccp, tasks, { task, refresh }))
      return item
    }),
  )
  document.getElementById(focusedId)?.focus()
}

function controls(
  ccp: Ccp,
  { colleague, acceptForColleague }: ConnectTasks,
  { task, refresh }: { readonly task: ConnectTask; readonly refresh: () => Promise<void> },
): HTMLElement[] {
  const { contactId, name } = task
  const control = (id: string, label: string, act: () => Promise<unknown>) => {
    const made = button(`${id}-${contactId}`, label, name)
    made.addEventListener('click', () => void act().then(refresh, refresh))
    return made
  }
  return [
    control('ring', 'Ring here', () => ccp.add(arriving(task))),
    control('colleague', `${colleague.firstName} accepts`, () => acceptForColleague(contactId)),
  ]
}
