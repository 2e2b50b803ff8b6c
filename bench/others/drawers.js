/** The same series drawn by other libraries as SVG text; this file runs beside what its package.json asks for. */

/** A line for the values and one for the target, as each library is asked for them. */
const colours = { value: '#12436d', target: '#801650' }

export const drawers = [
  {
    name: 'Observable Plot 0.6.17, in linkedom',
    async open(rows, { width, height }) {
      const [Plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')])
      const { document } = parseHTML('<html><body></body></html>')
      const dashed = { x: 'date', y: 'target', stroke: colours.target, strokeDasharray: '8 4' }
      const plain = { x: 'date', y: 'value', stroke: colours.value, marker: true }
      const marks = () => [Plot.lineY(rows, dashed), Plot.lineY(rows, plain)]
      return () => Plot.plot({ document, width, height, y: { grid: true, zero: false }, marks: marks() }).outerHTML
    },
  },
  {
    name: 'Vega 6.4.0',
    async open(rows, size) {
      const vega = await import('vega')
      return () => svgOf(vega, vegaSpec(rows, size))
    },
  },
  {
    name: 'Vega-Lite 6.5.0 on Vega',
    async open(rows, size) {
      const [vega, lite] = await Promise.all([import('vega'), import('vega-lite')])
      return () => svgOf(vega, lite.compile(liteSpec(rows, size)).spec)
    },
  },
  {
    name: 'ECharts 6.1.0, as SVG text',
    async open(rows, size) {
      const echarts = await import('echarts')
      const line = name => ({ name, type: 'line', data: rows.map(row => [row.date, row[name]]) })
      const option = {
        animation: false,
        xAxis: { type: 'time' },
        yAxis: { scale: true },
        series: [line('value'), line('target')],
      }
      return () => {
        const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size })
        chart.setOption(option)
        const svg = chart.renderToSVGString()
        chart.dispose()
        return svg
      }
    },
  },
]

async function svgOf(vega, spec) {
  const view = new vega.View(vega.parse(spec), { renderer: 'none' })
  const svg = await view.toSVG()
  view.finalize()
  return svg
}

function vegaSpec(rows, size) {
  const line = (field, strokeDash) => ({
    type: 'line',
    from: { data: 'rows' },
    encode: {
      enter: {
        x: { scale: 'x', field: 'date' },
        y: { scale: 'y', field },
        stroke: { value: colours[field] },
        strokeDash: { value: strokeDash },
      },
    },
  })
  return {
    ...size,
    data: [{ name: 'rows', values: rows }],
    scales: [
      { name: 'x', type: 'utc', range: 'width', domain: { data: 'rows', field: 'date' } },
      { name: 'y', range: 'height', zero: false, nice: true, domain: { data: 'rows', fields: ['value', 'target'] } },
    ],
    axes: [
      { orient: 'bottom', scale: 'x' },
      { orient: 'left', scale: 'y', grid: true },
    ],
    marks: [line('target', [8, 4]), line('value', [])],
  }
}

function liteSpec(rows, size) {
  const line = (field, mark) => ({
    mark: { type: 'line', color: colours[field], ...mark },
    encoding: {
      x: { field: 'date', type: 'temporal' },
      y: { field, type: 'quantitative', scale: { zero: false } },
    },
  })
  return {
    ...size,
    data: { values: rows },
    layer: [line('target', { strokeDash: [8, 4] }), line('value', { point: true })],
  }
}
