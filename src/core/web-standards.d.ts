// The host globals the core may name: browsers and Node both have them, ECMAScript does not.
declare class URL {
  static canParse(url: string): boolean
  constructor(url: string)
  readonly protocol: string
  readonly hostname: string
  readonly username: string
  readonly password: string
}
declare class TextEncoder {
  encode(text: string): Uint8Array
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number }
}
declare function queueMicrotask(task: () => void): void
// Only browsers have it. Only the panel, its sources and its sign-in have listeners.
declare function reportError(mistake: unknown): void
