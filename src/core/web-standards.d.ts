// The one host global the core may name: browsers and Node both have it, ECMAScript does not.
declare const URL: { canParse(url: string): boolean }
