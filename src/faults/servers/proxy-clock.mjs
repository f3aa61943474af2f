// Runs in the proxy's process before the proxy: the campaign moves its clock ahead, because days pass in its runs.

const ownDate = Date
let aheadMs = Number(process.env.CLOCK_AHEAD_MS)

globalThis.Date = class extends ownDate {
  constructor(...values) {
    if (values.length === 0) super(ownDate.now() + aheadMs)
    else super(...values)
  }

  static now() {
    return ownDate.now() + aheadMs
  }
}

const ownUptime = performance.now.bind(performance)

// The proxy counts its limits per hour with `performance.now`.
performance.now = () => ownUptime() + aheadMs

process.on('message', (message) => {
  aheadMs = message.aheadMs
  process.send({ aheadMs })
})
