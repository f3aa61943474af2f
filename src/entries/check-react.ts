/** The lowest version of React that the panel works with: `useEffectEvent` came with 19.2. */
const lowestMajor = 19
const lowestMinor = 2

/** Throws if the page's React is too old. React itself would only say that one of its functions is missing. */
export function checkReact(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > lowestMajor || (major === lowestMajor && minor >= lowestMinor)) return
  throw new Error(
    `tasklink needs React ${lowestMajor}.${lowestMinor} or newer, but this page has React ${version}. ` +
      'Update react and react-dom, or use tasklink/mount or tasklink/element, which contain their own React.',
  )
}
