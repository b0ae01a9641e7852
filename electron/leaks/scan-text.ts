import type { FolderScan } from '../../shared/domain/folder-scan';
import { certainMatch } from '../../shared/domain/found-token';
import { showHidden } from '../../shared/domain/plain-text';

/** The rows of a scan as text for a message or a ticket: places and last four, no value. */
export function textOfScan({ rows, found }: FolderScan): string {
  const byId = new Map(found.map((one) => [one.id, one]));
  const lines = rows.flatMap(({ file, line, found: id }) => {
    const one = byId.get(id);
    if (one === undefined) return [];
    const label = certainMatch(one)?.token.label;
    const known = label === undefined ? '' : ` · ${JSON.stringify(label)}`;
    return [`${showHidden(file)}:${String(line)} · ${one.form} · …${one.lastFour}${known}`];
  });
  return `${lines.join('\n')}\n`;
}
