import { configPath } from '../../../contract/reads/reads.ts'
import { panelConfigSchema } from '../../../contract/config/panel-config.ts'
import { reading } from '../../http/openapi.ts'
import type { Route } from '../route.ts'

export const configRoute: Route = {
  method: 'get',
  path: configPath,
  openApi: {
    operation: reading('What the panel needs before an agent signs in.', 'PanelConfig'),
    schemas: { PanelConfig: panelConfigSchema },
  },
  handle: (context, { panelConfig }) => context.json(panelConfig),
}
