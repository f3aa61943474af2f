/** `*` is Amazon Connect's name for all permissions. */
export const permissions = [
  'User.Details.View',
  'Contact.Details.View',
  'Contact.Attributes.View',
  '*',
] as const

export type Permission = (typeof permissions)[number]

/** The app's registration in the instance. */
export interface AppRegistration {
  readonly accessUrl: string
  readonly permissions: readonly Permission[]
  /** One app instance for each contact, or one for all contacts. */
  readonly contactHandling: 'PER_CONTACT' | 'CROSS_CONTACTS'
}

/** The contact that an app instance was opened for, or none. */
export type AppScope = { readonly type: 'contact'; readonly contactId: string } | { readonly type: 'idle' }

/** Connect's default sandbox for an app's frame. */
export const defaultSandbox = ['allow-forms', 'allow-popups', 'allow-same-origin', 'allow-scripts'] as const

export const mayUse = ({ permissions: held }: AppRegistration, needed: Permission) =>
  held.includes(needed) || held.includes('*')

/** The registration in the form that the app receives. */
export function appConfig({ accessUrl, permissions: held, contactHandling }: AppRegistration) {
  const id = 'b7a1d5e2-94c3-4a7e-8f20-6d1c5b3a9e04'
  return {
    _type: 'iframe',
    arn: `arn:aws:app-integrations:us-east-1:111122223333:application/${id}`,
    namespace: 'tasklink',
    id,
    name: 'Tasklink',
    description: '',
    accessUrl,
    contactHandling: { scope: contactHandling },
    permissions: [...held],
    iframeConfig: { allow: [], sandbox: [...defaultSandbox] },
  }
}
