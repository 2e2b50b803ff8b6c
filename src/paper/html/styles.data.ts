/** How the paper looks on screen and in print. The colours are those of the pages. */
export const styles = `
:root {
  --ink: #0b0c0c;
  --quiet: #505a5f;
  --brand: #12436d;
  --red: #942514;
  --red-ground: #f9d9d3;
  --amber: #8a5a00;
  --amber-ground: #fdf0d5;
  --green: #00703c;
  --green-words: #00562e;
  --rule: #d8dadb;
  --ground: #f3f4f4;
  --focus: #ffdd00;
}
*, *::before, *::after { box-sizing: border-box; }
html {
  font-family: "Atkinson Hyperlegible Next", Arial, sans-serif;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
  color: var(--ink);
  background: #fff;
  scroll-padding-top: 16px;
}
body { margin: 0; font-size: 1.125rem; line-height: 1.5; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; }
h1 { font-size: 2.25rem; line-height: 1.15; text-wrap: balance; margin-top: 28px; }
h2 { font-size: 1.625rem; line-height: 1.2; margin-bottom: 14px; text-wrap: balance; }
h3 { font-size: 1.25rem; line-height: 1.3; margin: 26px 0 8px; }
h4 { font-size: 1.125rem; margin: 20px 0 8px; }
p, ul, ol, dl { margin-bottom: 14px; }
p, li, dd { max-width: 75ch; }
ul, ol { padding-left: 1.4em; }
li { margin-bottom: 6px; padding-left: 0.2em; }
a { color: var(--brand); text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 0.15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 0; box-shadow: 0 0 0 6px var(--ink); }
main:focus { outline: none; box-shadow: none; }
.hidden {
  position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; border: 0;
}
.skip { position: absolute; left: -9999px; }
.skip:focus { position: static; display: block; padding: 10px 24px; background: var(--focus); color: var(--ink); }
.masthead { background: var(--brand); color: #fff; padding: 14px 0; }
.masthead div { max-width: 1248px; margin: 0 auto; padding: 0 24px; display: flex; flex-wrap: wrap; gap: 4px 28px; align-items: baseline; }
.masthead p { margin: 0; max-width: none; }
.owner { font-weight: 700; }
main { max-width: 1248px; margin: 0 auto; padding: 0 24px 80px; }
.status { display: inline-block; margin-top: 14px; padding: 6px 12px; border-left: 6px solid var(--ink); background: var(--ground); font-weight: 700; }
.front { border-top: 1px solid var(--rule); margin-top: 8px; max-width: 60rem; }
.front div { display: grid; grid-template-columns: minmax(9rem, 1fr) 3fr; gap: 4px 20px; padding: 9px 0; border-bottom: 1px solid var(--rule); }
dt { font-weight: 700; }
.contents { margin-top: 36px; padding: 20px 24px 8px; background: var(--ground); max-width: 60rem; }
.contents h2 { font-size: 1.25rem; margin-bottom: 8px; }
.contents ul { list-style: none; padding: 0; }
.contents li { padding: 2px 0; margin: 0; }
.contents .below { padding-left: 1.6em; font-size: 1rem; }
.part { margin-top: 56px; border-top: 3px solid var(--ink); padding-top: 14px; }
.verdict { border-left: 8px solid var(--quiet); background: var(--ground); padding: 12px 18px; margin: 4px 0 18px; max-width: 60rem; }
.verdict p { margin: 0; }
.verdict-title { font-size: 1.3125rem; font-weight: 700; line-height: 1.3; }
.verdict .signed { display: flex; align-items: center; gap: 10px; margin-top: 6px; }
.sign svg { display: block; width: 28px; height: 28px; }
td .sign { display: inline-block; vertical-align: middle; margin-right: 4px; }
td .sign svg { width: 22px; height: 22px; }
.verdict.red { background: var(--red-ground); border-left-color: var(--red); }
.verdict.amber { background: var(--amber-ground); border-left-color: var(--amber); }
.verdict.green { background: #fff; border: 1px solid var(--green); border-left: 8px solid var(--green); }
.verdict .mark { width: 16px; height: 16px; margin-right: 3px; }
.mark.red { fill: var(--red); }
.mark.amber { fill: var(--amber); }
.mark.green { fill: var(--green); }
.arrow { fill: none; stroke: currentColor; stroke-width: 1.8; }
.facts div { display: grid; grid-template-columns: 9rem 1fr; gap: 2px 16px; padding: 5px 0; border-top: 1px solid var(--rule); }
.facts { max-width: 60rem; margin-top: 18px; font-size: 1rem; }
.symbols div { grid-template-columns: 4rem 1fr; }
figure { margin: 22px 0; }
.figure-title { font-size: 1.25rem; font-weight: 700; line-height: 1.3; margin: 0; }
figure.small .figure-title { font-size: 1.0625rem; }
.figure-subtitle { color: var(--quiet); font-size: 1rem; margin-bottom: 10px; }
.chart svg { display: block; max-width: 100%; height: auto; }
.narrow { display: none; }
details { margin-top: 8px; }
summary { cursor: pointer; color: var(--brand); text-decoration: underline; text-underline-offset: 0.15em; padding: 4px 0; }
table { border-collapse: collapse; width: 100%; margin: 14px 0 22px; font-size: 1rem; line-height: 1.35; table-layout: fixed; }
details table { max-width: 44rem; }
caption { text-align: left; font-weight: 700; padding: 6px 0; }
th, td { text-align: left; vertical-align: top; padding: 7px 10px 7px 0; border-bottom: 1px solid var(--rule); }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; font-weight: 700; }
tbody th { font-weight: 400; }
.number { text-align: right; padding-left: 6px; padding-right: 6px; }
.scroll { overflow-x: auto; position: relative; }
.wide table, table.wide { min-width: 1180px; font-size: 0.875rem; line-height: 1.3; }
table.wide th, table.wide td { padding: 6px 5px; }
table.wide tbody th { padding-left: 0; }
.letter { display: block; font-weight: 700; font-size: 0.8125rem; white-space: nowrap; }
.letter .mark { margin-right: 3px; vertical-align: -1px; }
td.red { background: var(--red-ground); }
td.red .letter { color: #7b1c0e; }
td.amber { background: var(--amber-ground); }
td.amber .letter { color: #6b4500; }
td.green .letter { color: var(--green-words); }
.said, .note { white-space: nowrap; }
.sideways { display: none; font-size: 1rem; color: var(--quiet); margin: 0; }
td.number .said { display: block; font-size: 0.8125rem; }
td.better .said, td.better .arrow { color: var(--green-words); }
td.worse .said, td.worse .arrow { color: var(--red); }
td.same .said, td.same .arrow { color: var(--quiet); }
@media screen and (max-width: 1240px) {
  .sideways { display: block; }
}
@media (max-width: 719px) {
  body { font-size: 1rem; }
  h1 { font-size: 1.75rem; }
  h2 { font-size: 1.375rem; }
  main { padding: 0 16px 60px; }
  .masthead div { padding: 0 16px; }
  .chart.wide { display: none; }
  .narrow { display: block; }
  .wide table, table.wide { min-width: 980px; }
  table.wide col { width: auto !important; }
  table.wide col.names { width: 7.5rem !important; }
  .front div, .facts div { grid-template-columns: 1fr; gap: 0; }
}
@page { size: A4 portrait; margin: 18mm 18mm 18mm; }
@page across { size: A4 landscape; margin: 10mm 12mm; }
@media print {
  html { font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { font-size: 12pt; line-height: 1.4; }
  main { max-width: none; padding: 0; }
  .skip, .narrow, .sideways { display: none; }
  .chart.wide { display: block; }
  .part-card .chart.wide { display: none; }
  .part-card .narrow { display: block; }
  .masthead { background: none; color: var(--ink); padding: 0 0 6px; border-bottom: 2px solid var(--ink); }
  .masthead div { padding: 0; }
  .contents { padding: 10px 14px 2px; margin-top: 18px; font-size: 11pt; }
  .contents li { padding: 0; line-height: 1.25; }
  a { color: inherit; text-decoration: none; }
  h1, h2, h3, h4, caption { break-after: avoid; }
  tr, .verdict, figure, li, .facts, table { break-inside: avoid; }
  thead { display: table-header-group; }
  .part { margin-top: 26px; }
  .part.landscape { page: across; }
  .landscape p { font-size: 10.5pt; max-width: none; margin-bottom: 6px; }
  .landscape h2 { margin-bottom: 6px; }
  .landscape h3 { margin: 12px 0 2px; }
  .landscape table { margin: 6px 0 12px; }
  .new-page { break-before: page; margin-top: 0; }
  .scroll { overflow: visible; }
  table.wide { min-width: 0; font-size: 9pt; line-height: 1.2; }
  table.wide th, table.wide td { padding: 2pt 2.5pt; }
  table.text { font-size: 11pt; }
  .letter, td.number .said { font-size: 8.5pt; }
  table.wide .letter { display: inline; white-space: nowrap; }
  details { display: none; }
  .part-card { font-size: 9.5pt; line-height: 1.22; }
  .part-card.part { border-top-width: 2px; padding-top: 6px; }
  .part-card h2 { font-size: 16pt; margin-bottom: 6px; }
  .part-card h3 { font-size: 11pt; margin: 8px 0 2px; }
  .part-card p { font-size: inherit; }
  .part-card p, .part-card ul, .part-card dl { margin-bottom: 4px; }
  .part-card li { margin-bottom: 1px; }
  .part-card figure { margin: 4px 0; }
  .part-card .verdict { padding: 5px 12px; margin: 0 0 8px; max-width: none; }
  .part-card .facts { font-size: 9pt; margin: 6px 0 0; max-width: none; border-top: 1px solid var(--rule); padding-top: 4px; display: flex; flex-wrap: wrap; gap: 1px 18px; }
  .part-card .facts div { display: block; padding: 0; border: 0; }
  .part-card .facts dt, .part-card .facts dd { display: inline; }
  .part-card .facts dd { margin-left: 5px; }
  .figure-title, figure.small .figure-title, .verdict-title { font-size: 11.5pt; }
  .figure-subtitle { font-size: 9.5pt; margin-bottom: 4px; }
  .card-body { columns: 3; column-gap: 7mm; }
  .part-card figure svg { height: 60mm; width: auto; }
  .part-card figure.small svg { height: 40mm; }
  .part-card figure.small .figure-subtitle { display: none; }
  .part-card figure.small .figure-title, .part-card figure.small .figure-subtitle { font-size: 9pt; }
}
`
