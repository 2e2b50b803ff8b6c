/** The papers that are kept as examples, each of a meeting that the example tables hold. */
export const examplePapers: readonly { readonly org: string; readonly meeting: string }[] = [
  { org: 'norfolk', meeting: '2017-03-06' },
  { org: 'norfolk', meeting: '2017-06-19' },
  { org: 'demo', meeting: '2026-07-13' },
]
