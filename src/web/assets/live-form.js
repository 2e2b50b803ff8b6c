/**
 * A form that asks (method="get") answers at once, without a new page: what it changes is fetched and put in place, the
 * focus stays where it is, the address follows, and back leads back. Without this script the form has its button.
 *
 *   <form method="get" id="filters" data-replaces="results day-known">  the ids of what another answer changes
 *   <button data-without-script>                                        goes, as nobody needs it
 *   <a data-live href="…">                                              another answer too: a sorted column, a filter taken off
 *   <p role="status" id="results-said">                                 what is said, from the new page, of data-says="results-said"
 */
const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-replaces]'))
if (form) {
  for (const each of document.querySelectorAll('[data-without-script]')) each.setAttribute('hidden', '')
  follow(form.id)
}

/** @param {string} id of the form, which may be replaced itself */
function follow(id) {
  const theForm = () => /** @type {HTMLFormElement} */ (document.getElementById(id))
  let asking = new AbortController()
  /** @type {number | undefined} */
  let waiting
  /** The field in which the reader was typing: one typed word is one step of the history. */
  let typedIn = ''

  /** @param {string} name of the field that was changed */
  const ask = (name, isTyped = false) => {
    clearTimeout(waiting)
    const given = [...new FormData(theForm())].filter(([, value]) => value !== '')
    const query = new URLSearchParams(/** @type {[string, string][]} */ (given)).toString()
    const url = `${theForm().action}${query && '?'}${query}`
    const isSameStep = isTyped && typedIn === name
    typedIn = isTyped ? name : ''
    if (url === location.href) return
    history[isSameStep ? 'replaceState' : 'pushState'](null, '', url)
    show(url)
  }

  /** @param {string} url @param {boolean} [isBack] whether the reader went back or forth */
  const show = async (url, isBack = false) => {
    asking.abort()
    asking = new AbortController()
    const { signal } = asking
    const ids = [...(theForm().dataset['replaces'] ?? '').split(' '), id]
    document.getElementById(ids[0] ?? '')?.setAttribute('aria-busy', 'true')
    try {
      const response = await fetch(url, { signal })
      const page = new DOMParser().parseFromString(await response.text(), 'text/html')
      if (signal.aborted) return
      if (!response.ok || !page.getElementById(id)) return location.assign(url)
      replace(ids, page, isBack)
    } catch {
      if (!signal.aborted) location.assign(url)
    }
  }

  /** @param {string[]} ids @param {Document} page @param {boolean} isBack */
  const replace = (ids, page, isBack) => {
    const focused = document.activeElement ?? document.body
    const [inForm, key] = [theForm().contains(focused), keyOf(focused)]
    document.title = page.title
    for (const each of ids) {
      const [old, young] = [document.getElementById(each), page.getElementById(each)]
      if (!old || !young) continue
      if (each === id && inForm && !isBack) {
        replaceFields(young, focused)
        continue
      }
      const [left, open] = [old.scrollLeft, old.querySelector('details')?.open]
      old.replaceWith(document.adoptNode(young))
      young.scrollLeft = left
      for (const button of young.querySelectorAll('[data-without-script]')) button.setAttribute('hidden', '')
      const details = young.querySelector('details')
      if (details && open) details.open = true
    }
    if (key && !focused.isConnected) {
      const same = [...document.querySelectorAll('a, button, input, select, summary')].find(each => keyOf(each) === key)
      const next = /** @type {HTMLElement | null} */ (same ?? document.getElementById(ids[0] ?? ''))
      next?.focus({ preventScroll: true })
    }
    document.dispatchEvent(new Event('replaced'))
    const said = theForm().dataset['says'] ?? ''
    const [status, words] = [document.getElementById(said), page.getElementById(said)?.textContent]
    if (status && words && status.textContent !== words) status.textContent = words
  }

  /** Whoever is choosing in the form goes on choosing there. @param {Element} young @param {Element} focused */
  const replaceFields = (young, focused) => {
    for (const field of [...theForm().elements]) {
      const other = field !== focused && field.id && young.querySelector(`#${CSS.escape(field.id)}`)
      if (other) field.replaceWith(document.adoptNode(other))
    }
  }

  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'search') return
    if (isField(target) && target.form === theForm()) ask(target.name)
  })
  document.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'search' || target.form !== theForm()) return
    clearTimeout(waiting)
    waiting = setTimeout(() => ask(target.name, true), 250)
  })
  document.addEventListener('submit', event => {
    if (event.target !== theForm()) return
    event.preventDefault()
    ask('')
  })
  document.addEventListener('click', event => {
    const link = event.target instanceof Element && event.target.closest('a[data-live]')
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey && event.button === 0
    if (!(link instanceof HTMLAnchorElement) || !isPlain) return
    event.preventDefault()
    typedIn = ''
    history.pushState(null, '', link.href)
    show(link.href)
  })
  addEventListener('popstate', () => {
    typedIn = ''
    show(location.href, true)
  })
}

/** @param {EventTarget | null} target @returns {target is HTMLInputElement | HTMLSelectElement} */
function isField(target) {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement
}

/** What tells an element from the others of its page, also when the page is made anew. @param {Element} element */
function keyOf(element) {
  return element.id || element.getAttribute('data-key') || element.getAttribute('href') || ''
}
