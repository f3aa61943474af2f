// The proxy has checked the addresses of its configuration. In the browser an address with another scheme must not become a
// frame, and the first load does not need the whole rule for what agents type.

export const webAddressPattern = /^https?:\/\/[^\s/?#]\S*$/

export const webOriginPattern = /^https?:\/\/[^\s/?#@*]+$/
