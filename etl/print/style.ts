/** Ink on white, for paper first: no chrome, nothing torn apart at the end of a page. */
export const printStyle = `
@page { size: A4; margin: 18mm 16mm; }
html { color: #1D2327; background: #fff; font: 11pt/1.45 "Atkinson Hyperlegible Next", "DejaVu Sans", sans-serif; }
body { max-width: 46rem; margin: 0 auto; padding: 1rem; }
header { border-bottom: 1px solid #DDD9CF; padding-bottom: .75rem; }
header img { max-height: 48px; max-width: 180px; }
.of { margin: 0; font-weight: 600; }
h1 { font-size: 21pt; line-height: 1.2; margin: .5rem 0; }
h2 { font-size: 14pt; margin: 1.75rem 0 .5rem; break-after: avoid; }
p { margin: .4rem 0; max-width: 42rem; }
.quiet { color: #535C63; font-size: 10pt; }
figure { margin: 1rem 0; break-inside: avoid; }
figure svg { display: block; width: 100%; height: auto; font-family: "DejaVu Sans", sans-serif; }
figcaption { margin-top: .35rem; font-size: 10pt; color: #535C63; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-size: 10pt; }
caption { text-align: start; font-weight: 600; padding-bottom: .35rem; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border-bottom: 1px solid #DDD9CF; padding: .3rem .5rem .3rem 0; text-align: start; vertical-align: top; }
tbody th { font-weight: 400; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
footer { border-top: 1px solid #DDD9CF; margin-top: 2rem; }
`;
