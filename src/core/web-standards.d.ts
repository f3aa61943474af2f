// The host globals the core may name: browsers and Node both have them, ECMAScript does not.
declare const URL: {
  canParse(url: string): boolean
  new (url: string): Readonly<Record<'protocol' | 'hostname' | 'username' | 'password', string>>
}
declare class TextEncoder {
  encode(text: string): Uint8Array
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number }
}
declare function queueMicrotask(task: () => void): void
// Only browsers have it. Only the panel, its sources and its sign-in have listeners.
declare function reportError(mistake: unknown): void
