/** The papers that are kept as examples, each of a meeting that the example tables hold. */
export const examplePapers: readonly { readonly org: string; readonly meeting: string }[] = [
  { org: 'norfolk', meeting: '2017-03-06' },
  { org: 'norfolk', meeting: '2017-06-19' },
  { org: 'leicester', meeting: '2017-12-12' },
  { org: 'somerset', meeting: '2017-11-30' },
  { org: 'demo', meeting: '2026-07-13' },
]

/** The examples that they are made of: England's figures stand beside the councils' own. */
export const examplesOfPapers: readonly string[] = ['england', ...new Set(examplePapers.map(({ org }) => org))]
