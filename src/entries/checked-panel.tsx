import { version } from 'react'
import { TaskPanel as UncheckedPanel } from '../widget/task-panel.tsx'
import type { TaskPanelProps } from '../widget/host/task-panel-props.ts'
import { checkReact } from './check-react.ts'

/** The panel: a task draft beside the CCP, from the contact in front of the agent to the created task. */
export function TaskPanel(props: TaskPanelProps) {
  checkReact(version)
  return <UncheckedPanel {...props} />
}
