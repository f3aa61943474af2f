/**
 * Every limit of Amazon Connect that a task can run into, once. Names carry the unit; comments carry the source.
 * "Connect API" is the StartTaskContact reference and the service model behind the SDK (client-connect 3.1136).
 */

/** Unicode scalar values in a task's name (Connect API, `Name`; 512 before November 2024). */
export const nameScalarLimit = 1_024

/** Unicode scalar values in a task's description (Connect API, `Description`). */
export const descriptionScalarLimit = 4_096

/** UTF-8 bytes over all attribute keys and values of a contact, inherited ones included (Connect API, `Attributes`: "per contact"). */
export const attributesByteLimit = 32_768

/** Characters in one attribute key or value (Connect API, `Attributes`). */
export const attributeTextLimit = 32_767

/** UTF-8 bytes over all reference names and values of a contact (Connect API, `Reference`: "across all references for a contact"). */
export const referencesByteLimit = 4_096

/** Characters in one reference name or value (Connect API, `References`). */
export const referenceTextLimit = 4_096

/** Days ahead that a task may be scheduled unless the deployment says more (Connect API, `ScheduledTime`: "within up to 6 days"). */
export const scheduleHorizonDaysDefault = 6

/** Days ahead that Connect allows at the most (service quotas: "Maximum duration that a task can be scheduled in future"). */
export const scheduleHorizonDaysLimit = 90

/** Minutes a task lives when nothing else is asked for: 7 days (feature specifications, "Task duration"). */
export const expiryMinutesDefault = 10_080

/** Minutes a task may live at the most: 90 days (admin guide, task templates). */
export const expiryMinutesLimit = 129_600

/** Tasks that may share one previous contact (Connect API, errors of StartTaskContact: "already 12 tasks"). */
export const previousLinkLimit = 12

/** Characters in a contact id (Connect API, `PreviousContactId`, `RelatedContactId`). */
export const contactIdLimit = 256

/** Characters in a flow id (Connect API, `ContactFlowId`); quick-connect ids have no limit of their own and share it. */
export const resourceIdLimit = 500

/** Characters in a client token (Connect API, `ClientToken`). */
export const clientTokenLimit = 500
