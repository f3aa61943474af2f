// The proxy has checked the addresses of its configuration. The browser checks only the scheme, so that no other scheme becomes
// a frame. The whole rule for addresses would make the first load larger.

export const webAddressPattern = /^https?:\/\/[^\s/?#]\S*$/

export const webOriginPattern = /^https?:\/\/[^\s/?#@*]+$/
