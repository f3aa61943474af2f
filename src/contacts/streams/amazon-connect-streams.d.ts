// Streams' own typings are a global script that declares `connect` everywhere and that `import()` refuses (TS2306).
// Here the package is only a side effect; what we read from it is typed in streams-api.ts.
declare module 'amazon-connect-streams' {}
