import type { Context } from 'hono'
import type { Me } from '../../contract/reads/me.ts'
import type { PanelConfig } from '../../contract/config/panel-config.ts'
import type { CreatedTask } from '../../contract/tasks/tasks.ts'
import type { Begun } from '../begun/begun.ts'
import type { JoinFlight } from '../begun/flight.ts'
import type { AgentDirectory } from '../connect/lookups/agent-directory.ts'
import type { AttachmentLimitsDirectory } from '../connect/lookups/attachment-limits.ts'
import type { ContactReferenceReads } from '../connect/lookups/contact-references.ts'
import type { DestinationDirectory } from '../connect/lookups/destination-directory.ts'
import type { OpenApiDocument, OpenApiPart } from '../http/openapi.ts'
import type { Dependency, DependencyName } from '../logs/dependency-log.ts'
import type { LogAudit } from '../logs/audit-line.ts'
import type { RequestEnvironment } from '../logs/request-log.ts'
import type { Messaging } from '../messages/messaging.ts'
import type { SignInProvider } from '../sign-in/sign-in-provider.ts'
import type { PermittedAgent } from '../policy/permitted-agent.ts'
import type { CreateTaskParts } from '../tasks/create-task.ts'
import type { ReadyAttachments } from '../uploads/ready-attachments.ts'
import type { TaskReads } from '../tasks/task-reads.ts'
import type { UploadTurns } from '../uploads/upload-turns.ts'
import type { Uploads } from '../uploads/uploads.ts'

export type RequestContext = Context<RequestEnvironment>

export type VerifiedAgent = PermittedAgent & Pick<Me, 'account'>

/** The parts that the handlers use. */
export interface RouteParts extends CreateTaskParts {
  readonly destinations: DestinationDirectory
  readonly agents: AgentDirectory
  readonly signInProvider: SignInProvider
  readonly begunTasks: Begun<CreatedTask>
  readonly taskReads: TaskReads
  /** Undefined if the proxy sends no messages. */
  readonly messaging: Messaging | undefined
  readonly contactReferences: ContactReferenceReads
  readonly attachmentLimits: AttachmentLimitsDirectory
  /** Opens the files of a task. */
  readonly readyAttachments: ReadyAttachments
  /** Undefined if the proxy takes no files. */
  readonly uploads: Uploads | undefined
  readonly uploadTurns: UploadTurns
  /** Changes of tasks that are under way. */
  readonly joinChange: JoinFlight<{ readonly contactId: string }>
  /** Why the last attempt to ask each dependency failed. */
  readonly notReadyReasons: Readonly<Record<DependencyName, Dependency['reason']>>
  readonly panelConfig: PanelConfig
  readonly logAudit: LogAudit
  readonly isStopping: () => boolean
  readonly openApiDocument: OpenApiDocument
  /** The agent of the request’s token, with their policy; rejects with the reason why there is none. */
  readonly verifiedAgent: (context: RequestContext) => Promise<VerifiedAgent>
}

/** One path of the proxy. A problem is thrown as a ProblemError. */
export interface Route {
  readonly method: 'get' | 'post'
  /** In Hono’s form: `/contacts/:contactId`. */
  readonly path: string
  /** Absent for the paths that only operators and editors use. */
  readonly openApi?: OpenApiPart
  readonly handle: (context: RequestContext, parts: RouteParts) => Response | Promise<Response>
}
