import type { TaskClient } from '../../../client/task-client.ts'
import { retriedByAgent } from '../../setting/panel-queries.ts'

/** The limits for files. The list of files and the check of each file share this query. */
export const uploadLimitsQuery = ({ uploadLimits }: Pick<TaskClient, 'uploadLimits'>) => ({
  queryKey: ['upload-limits'],
  queryFn: uploadLimits,
  ...retriedByAgent,
})
