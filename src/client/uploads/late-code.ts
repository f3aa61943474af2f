/** A part of the panel's own code that is loaded with the first file could not be loaded. */
export class CodeNotLoadedError extends Error {
  override readonly name = 'CodeNotLoadedError'
}

/** Tells code that could not be loaded, such as while the browser is offline, from code that fails. */
export async function loaded<Code>(code: Promise<Code>): Promise<Code> {
  try {
    return await code
  } catch (cause) {
    throw new CodeNotLoadedError('Code for uploads could not be loaded.', { cause })
  }
}
