import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'

export interface StaticFile {
  readonly contentType: string
  readonly body: Buffer
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Reads a file under `directory`; undefined if it does not exist or its type is not served. */
export async function staticFile(directory: string, urlPath: string): Promise<StaticFile | undefined> {
  const contentType = contentTypes[extname(urlPath)]
  const file = resolve(directory, `.${sep}${urlPath}`)
  if (contentType === undefined || !file.startsWith(resolve(directory) + sep)) return undefined
  try {
    return { contentType, body: await readFile(file) }
  } catch {
    return undefined
  }
}
