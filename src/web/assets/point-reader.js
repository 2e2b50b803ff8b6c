/**
 * A slider beside a chart that goes from point to point: arrow keys move it, the browser says where it stands, and the point
 * grows in the chart. The same values stand in the table, for whoever has no script.
 *
 *   <div class="point-reader" data-chart="values-chart" data-points='[["March 2017: 3.56", true]]'>  not shown before it runs
 *     <input type="range">  a step for each entry; true: the entry has a point in the chart
 *     <span class="point-said" aria-hidden="true">
 */
for (const reader of document.querySelectorAll('.point-reader')) {
  if (reader instanceof HTMLElement) start(reader)
}

/** @param {HTMLElement} reader */
function start(reader) {
  const slider = reader.querySelector('input')
  const said = reader.querySelector('.point-said')
  const chart = document.getElementById(reader.dataset['chart'] ?? '')
  if (!slider || !said || !chart) return
  /** @type {[string, boolean][]} */
  const entries = JSON.parse(reader.dataset['points'] ?? '[]')

  const show = () => {
    const at = Number(slider.value)
    const [words = '', hasPoint = false] = entries[at] ?? []
    slider.setAttribute('aria-valuetext', words)
    said.textContent = words
    const place = entries.slice(0, at).filter(([, drawn]) => drawn).length
    // The chart is drawn twice, wide and narrow; the stylesheet shows one of them.
    for (const svg of chart.querySelectorAll('svg'))
      svg.querySelectorAll('.chart-point circle').forEach((point, each) => {
        point.classList.toggle('chart-point-read', hasPoint && each === place)
      })
  }
  reader.classList.add('point-reader-runs')
  slider.addEventListener('input', show)
  slider.addEventListener('focus', show)
  said.textContent = entries.at(-1)?.[0] ?? ''
}
