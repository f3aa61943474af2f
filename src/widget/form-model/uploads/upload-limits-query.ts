import type { TaskClient } from '../../../client/task-client.ts'
import { retriedByAgent } from '../../setting/panel-queries.ts'

/** Which files Connect takes: the list of files and the judge of each file read it once for both. */
export const uploadLimitsQuery = ({ uploadLimits }: Pick<TaskClient, 'uploadLimits'>) => ({
  queryKey: ['upload-limits'],
  queryFn: uploadLimits,
  ...retriedByAgent,
})
