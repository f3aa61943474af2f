/** Browsers give each picture of the clipboard this name. */
const nameOfClipboardPicture = /^image\.(png|jpe?g)$/i

/**
 * The name of a pasted file. A screenshot gets the time on the agent's clock, so that two screenshots have different names.
 *
 *     pastedName('image.png', { date: '2026-11-29', time: '19:42', seconds: 7 })  // 'Screenshot 2026-11-29 19.42.07.png'
 */
export function pastedName(
  name: string,
  { date, time, seconds }: { readonly date: string; readonly time: string; readonly seconds: number },
): string {
  const [, extension] = nameOfClipboardPicture.exec(name) ?? []
  if (extension === undefined) return name
  const clock = [...time.split(':'), String(seconds).padStart(2, '0')].join('.')
  return `Screenshot ${date} ${clock}.${extension.toLowerCase()}`
}
