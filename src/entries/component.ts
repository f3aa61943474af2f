/** The panel as a React component, and the ways to make its props. */
export type * from './host-types.ts'
export { createTaskClient } from './create-task-client.ts'
export { TaskClientError } from '../client/task-client-error.ts'
export { browserDrafts as indexedDbDrafts } from '../drafts/browser-storage/browser-drafts.ts'
export { TaskPanel } from './checked-panel.tsx'
