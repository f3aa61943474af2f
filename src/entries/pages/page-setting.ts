import type { PanelConfig } from '../../contract/config/panel-config.ts'
import type { Messages } from '../../i18n/messages/messages.ts'
import type { AgentSignIn } from '../../sign-in/agent-sign-in.ts'

/** The values that each page of the proxy starts with. */
export interface PageSetting {
  /** The path of the proxy's pages and API; nothing at the root of the origin. */
  readonly basePath: string
  readonly config: PanelConfig
  readonly messages: Messages
  /** The sign-in, which is still under way. */
  readonly opening: Promise<AgentSignIn>
}
