import {
  ClientSideRowModelModule,
  createGrid,
  ModuleRegistry,
  QuickFilterModule,
  themeQuartz,
  type ColDef,
} from 'ag-grid-community';

import type { PeerRow } from './peer-row';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 24);

/** The text filter looks at label, project and owner, as ours does. */
const searched = (field: keyof PeerRow, headerName: string): ColDef<PeerRow> => ({ field, headerName });
const unsearched = (field: keyof PeerRow, headerName: string): ColDef<PeerRow> => ({
  field,
  headerName,
  getQuickFilterText: () => '',
});
const dated = (field: keyof PeerRow, headerName: string): ColDef<PeerRow> => ({
  ...unsearched(field, headerName),
  valueFormatter: ({ value }: { readonly value: unknown }) =>
    typeof value === 'number' ? `${String(Math.floor((NOW - value) / DAY_MS))} d` : '?',
});

/** The fairest settings there are: only what is needed, rows of one height, nothing animated, the text filter cached. */
async function start(): Promise<void> {
  ModuleRegistry.registerModules([ClientSideRowModelModule, QuickFilterModule]);
  const search = document.querySelector('input');
  const place = document.querySelector<HTMLElement>('#grid');
  if (search === null || place === null) throw new Error('index.html has both');
  const grid = createGrid<PeerRow>(place, {
    theme: themeQuartz,
    columnDefs: [
      searched('label', 'Label'),
      unsearched('kind', 'Kind'),
      unsearched('scope', 'Scope'),
      searched('project', 'Project'),
      searched('owner', 'Owner'),
      dated('created', 'Created'),
      dated('lastUsed', 'Last used'),
      dated('expires', 'Expires'),
      dated('due', 'Due'),
    ],
    defaultColDef: { flex: 1, minWidth: 80, sortingOrder: ['asc', 'desc'] },
    rowHeight: 34,
    headerHeight: 34,
    animateRows: false,
    cacheQuickFilter: true,
    rowData: (await (await fetch('rows.json')).json()) as PeerRow[],
  });
  search.addEventListener('input', () => {
    grid.setGridOption('quickFilterText', search.value);
  });
}

void start();
