/** A part of the panel's own code that is loaded with the first file could not be loaded. */
export class CodeNotLoadedError extends Error {
  override readonly name = 'CodeNotLoadedError'
}

/** Turns a failed load into a CodeNotLoadedError, so that it is not mistaken for an exception of the loaded code. */
export async function loaded<Code>(code: Promise<Code>): Promise<Code> {
  try {
    return await code
  } catch (cause) {
    throw new CodeNotLoadedError('Code for uploads could not be loaded.', { cause })
  }
}
