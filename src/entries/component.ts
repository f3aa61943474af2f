/** The npm entry: the panel as a React component, and what it needs to be given. */
export { createTaskClient, type TaskClient, type TaskClientOptions } from '../client/task-client.ts'
export { TaskClientError, type Failure } from '../client/task-client-error.ts'
export type { ContactSession, ContactSource, SourceAgent } from '../contacts/contact-source.ts'
export type { Channel, Contact, ContactState } from '../core/contact.ts'
export { TaskPanel, type TaskPanelProps } from '../widget/task-panel.tsx'
