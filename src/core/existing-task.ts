/** The states of a task that exists. Just after its creation Connect may not know it yet. */
export const taskStates = ['scheduled', 'waiting', 'accepted', 'ended', 'not-known-yet'] as const
