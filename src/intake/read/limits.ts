const mebibyte = 1024 * 1024

/** How much of a file is read at most. What goes over a limit ends in a located problem, never in a crash. */
export type ReadLimits = {
  /** Milliseconds that one file may take, the start of the reading process included. */
  readonly time: number
  /** Bytes of a file as it lies on the disk. */
  readonly fileBytes: number
  /** Bytes of a workbook's content once unzipped, by count: the sizes that a zip states may lie. */
  readonly unzippedBytes: number
  /** Bytes that the reading process may hold in memory, all told. */
  readonly memoryBytes: number
  /** Bytes of that which JavaScript's own heap may take. */
  readonly heapBytes: number
  /** Files that one folder may hold. */
  readonly files: number
  readonly sheets: number
  /** Rows and columns of a sheet. */
  readonly rows: number
  readonly columns: number
  /** Cells of a file, empty ones to the left of a filled one included. */
  readonly cells: number
  /** Filled cells of a workbook, which takes more memory than CSV. */
  readonly workbookCells: number
  /** Characters of one cell. */
  readonly cellLength: number
  /** Ranges of merged cells in one sheet. */
  readonly merges: number
  /** Problems told of one file; after that, only how many more there are. */
  readonly problems: number
}

/** The limits unless somebody sets others: what Excel itself can hold in a cell, and less than 1 GB of memory. */
export const defaultLimits: ReadLimits = {
  time: 30_000,
  fileBytes: 50 * mebibyte,
  unzippedBytes: 200 * mebibyte,
  memoryBytes: 768 * mebibyte,
  heapBytes: 512 * mebibyte,
  files: 500,
  sheets: 200,
  rows: 1_048_576,
  columns: 16_384,
  cells: 3_000_000,
  workbookCells: 1_000_000,
  cellLength: 32_767,
  merges: 10_000,
  problems: 50,
}
