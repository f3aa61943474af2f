import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../../../controls/icons/icon.tsx'

/** Bitmap formats only. An SVG or HTML file could run scripts, so it is never drawn. */
const drawnExtensions: ReadonlySet<string> = new Set(['png', 'jpg', 'jpeg', 'jfif', 'heic'])

/** Larger files get no thumbnail: the browser must decode the whole picture for it. */
const drawnBytesLimit = 25 * 1_048_576

/** CSS pixels. Twice as many are drawn, for dense screens. */
const sideLength = 40
const density = 2

export interface FileThumbnailProps {
  /** Absent where the panel no longer has the bytes. */
  readonly file: Blob | undefined
  /** In lower case, without its dot. */
  readonly extension: string
}

/** A small picture of the file, or its extension. It repeats the name, so screen readers skip it. */
export function FileThumbnail({ file, extension }: FileThumbnailProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState<Blob>()
  const picture = file && drawnExtensions.has(extension) && file.size <= drawnBytesLimit ? file : undefined
  useEffect(() => {
    let isGone = false
    const draw = async (from: Blob) => {
      const bitmap = await bitmapOf(from)
      const canvas = canvasRef.current
      if (bitmap && canvas && !isGone) {
        drawInside(canvas, bitmap)
        setDrawn(from)
      }
      bitmap?.close()
    }
    if (picture) void draw(picture)
    return () => {
      isGone = true
    }
  }, [picture])
  const isDrawn = picture !== undefined && drawn === picture
  return (
    <span className="tl-thumbnail" aria-hidden="true">
      {picture && <canvas ref={canvasRef} width={0} height={0} hidden={!isDrawn} />}
      {!isDrawn && (extension ? <bdi>{extension.slice(0, 4).toUpperCase()}</bdi> : <Icon name="file" />)}
    </span>
  )
}

/** Undefined if the browser cannot decode the file as a picture. */
async function bitmapOf(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { resizeHeight: sideLength * density, resizeQuality: 'medium' })
  } catch {
    return undefined
  }
}

/** Fills the square with the middle of the picture. */
function drawInside(canvas: HTMLCanvasElement, bitmap: ImageBitmap): void {
  const side = sideLength * density
  canvas.width = side
  canvas.height = side
  const scale = side / Math.min(bitmap.width, bitmap.height)
  const [width, height] = [bitmap.width * scale, bitmap.height * scale]
  canvas.getContext('2d')?.drawImage(bitmap, (side - width) / 2, (side - height) / 2, width, height)
}
