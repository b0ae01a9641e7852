/** The columns that every table has. */
export const COLUMNS = [
  'Label',
  'Kind',
  'Scope',
  'Project',
  'Owner',
  'Created',
  'Last used',
  'Expires',
  'Due',
] as const;

/** A page that looks like a table to whoever types, clicks and scrolls, and has next to nothing to do: the machine's floor. */
export const bareTable = (rows: number): string => `<!doctype html>
<title>bare</title>
<style>
  body { margin: 0; font: 13px/34px sans-serif; }
  [role=columnheader] { display: inline-block; width: 120px; }
  .scroll { height: 560px; overflow-y: scroll; }
  .rows { height: ${String(rows * 34)}px; }
</style>
<input type="search" aria-label="Filter tokens">
<div role="grid" aria-label="Tokens">
  ${COLUMNS.map((name) => `<div role="columnheader">${name}</div>`).join('\n  ')}
  <div class="scroll"><div class="rows">ready</div></div>
</div>
<script>
  const rows = document.querySelector('.rows');
  document.querySelector('input').addEventListener('input', ({ target }) => { rows.textContent = target.value + '.'; });
  for (const header of document.querySelectorAll('[role=columnheader]')) {
    header.addEventListener('click', () => {
      const isUp = header.getAttribute('aria-sort') === 'ascending';
      header.setAttribute('aria-sort', isUp ? 'descending' : 'ascending');
    });
  }
</script>
`;
