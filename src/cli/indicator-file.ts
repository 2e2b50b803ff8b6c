import type { IndicatorAnswer } from '../answers/indicator/types.ts'
import { renderCsv } from '../paper/csv/render-csv.ts'
import { renderOds } from '../paper/ods/render-ods.ts'
import { indicatorPaper } from '../paper/outline/indicator-paper.ts'
import type { IndicatorFormat } from '../web/services.ts'
import { indicatorJson, jsonText } from './json.ts'

/** The figures of an indicator as a file: each format says the same. */
export function indicatorFile(answer: IndicatorAnswer, format: IndicatorFormat): Uint8Array<ArrayBuffer> {
  const render: Record<IndicatorFormat, () => Uint8Array> = {
    csv: () => renderCsv(indicatorPaper(answer)),
    ods: () => renderOds(indicatorPaper(answer)),
    json: () => new TextEncoder().encode(`${jsonText(indicatorJson(answer))}\n`),
  }
  return new Uint8Array(render[format]())
}
