// The globals that the core may use. Browsers and Node have them, but ECMAScript does not.
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
// Only browsers have `reportError`. Only code that runs in browsers has listeners.
declare function reportError(mistake: unknown): void
