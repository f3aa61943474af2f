import { version } from 'react'
import { TaskPanel as UncheckedPanel } from '../widget/task-panel.tsx'
import type { TaskPanelProps } from '../widget/host/task-panel-props.ts'
import { checkReact } from './check-react.ts'

/** The panel beside the CCP, in which an agent creates a task for the current contact. */
export function TaskPanel(props: TaskPanelProps) {
  checkReact(version)
  return <UncheckedPanel {...props} />
}
