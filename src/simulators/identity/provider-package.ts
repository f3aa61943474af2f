/*
 * oidc-provider 9 prints at its import that it expects Node 22. It runs on Node 20, and the sentence would be the first that a
 * newcomer reads.
 */
const { warn } = console
// A wrapper cannot be set otherwise, and everything else is printed.
// oxlint-disable-next-line no-console
console.warn = (...texts: unknown[]) => {
  if (!String(texts[0]).includes('Unsupported runtime')) warn(...texts)
}
const { Provider } = await import('oidc-provider')
// oxlint-disable-next-line no-console -- As above.
console.warn = warn

export { Provider }
