/** Marks the tables that have room for every column (class "table-fits"): only these can do without a scrollbar of their own. */
const observer = new ResizeObserver(entries => {
  for (const { target } of entries) {
    const around = target.closest('.table-scroll')
    around?.classList.toggle('table-fits', around.scrollWidth <= around.clientWidth + 1)
  }
})

function observe() {
  observer.disconnect()
  for (const each of document.querySelectorAll('.table-scroll, .table-scroll > table')) observer.observe(each)
}

observe()
document.addEventListener('replaced', observe)
