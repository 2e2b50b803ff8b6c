/** The papers that are kept as examples, each of a meeting that the example tables hold. */
export const examplePapers: readonly { readonly org: string; readonly meeting: string; readonly framework: string }[] =
  [
    { org: 'norfolk', meeting: '2017-03-06', framework: 'vital-signs' },
    { org: 'norfolk', meeting: '2017-06-19', framework: 'vital-signs' },
    { org: 'demo', meeting: '2026-07-13', framework: 'annual-review' },
  ]
