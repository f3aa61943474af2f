// No run-time imports: the first load of the panel has this file.

/** Days ahead that a task may be scheduled unless the deployment says more (Connect API, `ScheduledTime`: "within up to 6 days"). */
export const scheduleHorizonDaysDefault = 6

/** The most days ahead that Connect allows (service quotas: "Maximum duration that a task can be scheduled in future"). */
export const scheduleHorizonDaysLimit = 90
