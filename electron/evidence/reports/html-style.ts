/** How a report looks on a page and on paper: light, plain, dense; the only style that its document has. */
export const REPORT_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { -webkit-print-color-adjust: exact; margin: 0 auto; max-width: 1180px; padding: 32px; background: #fff; color: #1c2024;
  font: 13px/20px Inter, system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; font-variant-numeric: tabular-nums; }
h1 { margin: 0; font-size: 20px; line-height: 28px; }
h2 { margin: 32px 0 8px; font-size: 15px; line-height: 24px; break-after: avoid; }
p { margin: 4px 0; max-width: 110ch; }
.subject { color: #60646c; }
.facts { display: flex; flex-wrap: wrap; gap: 8px; margin: 16px 0; padding: 0; list-style: none; }
.facts li { padding: 4px 12px; border: 1px solid #8b8d98; border-radius: 6px; font-weight: 600; }
.facts .bad { border: 2px solid #bf3419; color: #9a2b14; }
.verdict { margin: 16px 0; padding: 8px 16px; border-left: 4px solid #1f7a5c; background: #f4fbf6; font-size: 15px; line-height: 24px; }
.verdict.open { border-left-color: #bf3419; background: #fff8f7; }
.lead, .lead p { break-inside: avoid; break-after: avoid; }
.note, .left-out { color: #60646c; }
table, dl { break-before: avoid; }
.left-out { font-weight: 600; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid #d9d9e0; text-align: left; vertical-align: top;
  font-weight: 400; }
th[scope="row"] { width: 22%; min-width: 160px; overflow-wrap: anywhere; }
thead th:first-child { width: 22%; }
td.long { min-width: 160px; overflow-wrap: anywhere; }
thead { display: table-header-group; }
thead th { border-bottom: 1px solid #60646c; font-weight: 600; font-size: 11px; line-height: 16px; }
tr { break-inside: avoid; }
.number { text-align: right; white-space: nowrap; }
.when { white-space: nowrap; }
dl { display: grid; grid-template-columns: 160px 1fr; margin: 0; }
dt, dd { margin: 0; padding: 4px 0; border-bottom: 1px solid #d9d9e0; overflow-wrap: anywhere; }
dt { color: #60646c; }
footer { margin-top: 32px; color: #60646c; }
@page { size: A4 landscape; margin: 14mm 12mm 16mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 11px; line-height: 16px; }
  .verdict { font-size: 13px; line-height: 20px; }
  th, td, dt, dd { padding-top: 2px; padding-bottom: 2px; }
  thead th { line-height: 14px; }
}
`;
