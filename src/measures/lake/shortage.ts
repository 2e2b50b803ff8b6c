/**
 * What an error of the system or of DuckDB says of want of room, in words and without what it quotes; null where it is another error.
 * @example shortage(new Error('ENOSPC: no space left on device, write'))
 */
export function shortage(error: unknown): string | null {
  const message = error instanceof Error ? error.message : String(error)
  if (/no space left|quota exceeded|file too large|ENOSPC|EDQUOT|EFBIG/i.test(message))
    return 'the disk has no room for its records: make room and import again'
  if (/out of memory|memory limit|failed to allocate/i.test(message))
    return 'the file needs more memory than --memory allows: give more, as --memory 4GB'
  return null
}
