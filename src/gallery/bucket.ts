/** The bucket's reaction to each file. */
export type BucketManner = 'takes-all' | 'stops-midway' | 'refuses'

const statusOf: Readonly<Record<Exclude<BucketManner, 'stops-midway'>, number>> = {
  'takes-all': 200,
  refuses: 403,
}

/** The far side of an upload: an `XMLHttpRequest` without a network. */
export function createBucketRequest(manner: BucketManner): typeof XMLHttpRequest {
  return class extends XMLHttpRequest {
    #status = 0
    override get status(): number {
      return this.#status
    }
    override open(): void {}
    override setRequestHeader(): void {}
    override send(body?: XMLHttpRequestBodyInit): void {
      const total = body instanceof Blob ? body.size : 0
      const loaded = manner === 'stops-midway' ? Math.floor(total * 0.6) : total
      queueMicrotask(() => {
        this.upload.dispatchEvent(new ProgressEvent('progress', { lengthComputable: true, loaded, total }))
        if (manner === 'stops-midway') return
        this.#status = statusOf[manner]
        this.dispatchEvent(new ProgressEvent('load'))
      })
    }
    override abort(): void {
      this.dispatchEvent(new ProgressEvent('abort'))
    }
  }
}
