/** A file with a name and a size, as an agent might have it. */

export interface GalleryFile {
  readonly name: string
  readonly bytes: number
}

export const letter: GalleryFile = { name: 'Signed contract, final version 3 (2).pdf', bytes: 1_572_864 }

export const note: GalleryFile = { name: 'note.txt', bytes: 1 }

/** The name has a character that reverses its end: it looks like `invoiceexe.pdf`. */
export const disguised: GalleryFile = { name: 'invoice\u202efdp.exe', bytes: 340_000 }

const pictureSize = { width: 96, height: 64 }

/** A picture that is drawn, so that its thumbnail shows something. */
export async function screenshot(): Promise<File> {
  const canvas = document.createElement('canvas')
  canvas.width = pictureSize.width
  canvas.height = pictureSize.height
  const context = canvas.getContext('2d')
  if (context) {
    context.fillStyle = 'steelblue'
    context.fillRect(0, 0, pictureSize.width, pictureSize.height)
    context.fillStyle = 'gold'
    context.fillRect(16, 16, 48, 24)
  }
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve)
  })
  return new File(blob ? [blob] : [], 'image.png', { type: 'image/png' })
}

export const fileOf = ({ name, bytes }: GalleryFile): File => new File([new Uint8Array(bytes)], name)
