/** Whether an address can be read: its percent signs encode UTF-8, and nothing in it is a control character. */
export function isReadable(url: string): boolean {
  const [path = '', query = ''] = url.split(/\?(.*)/s)
  if (/%00/.test(query)) return false
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what we look for
    return !/[\u0000-\u001f\u007f]/.test(decodeURIComponent(path))
  } catch {
    return false
  }
}
