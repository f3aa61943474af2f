/*
 * When imported, oidc-provider 9 prints that it expects Node 22. It runs on Node 20, so hide this warning: a new developer
 * would read it first.
 */
const { warn } = console
// Replacing `console.warn` is the only way to filter it. All other warnings are printed.
// oxlint-disable-next-line no-console
console.warn = (...texts: unknown[]) => {
  if (!String(texts[0]).includes('Unsupported runtime')) warn(...texts)
}
const { Provider } = await import('oidc-provider')
// oxlint-disable-next-line no-console -- As above.
console.warn = warn

export { Provider }
