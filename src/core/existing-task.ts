/** The states of a task that exists. Just after its creation Connect may not know it yet. */
export const taskStates = ['scheduled', 'waiting', 'accepted', 'ended', 'not-known-yet'] as const

/** How long after its creation Connect may still not list a task. Amazon documents no time; it is seconds as a rule. */
const newTaskMs = 60_000

/** Connect may not list a task yet that was created at this time, in milliseconds since the epoch. */
export const isNewTask = (createdAt: number, now: Date): boolean => now.getTime() - createdAt < newTaskMs
