import { readFile } from 'node:fs/promises';

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as an independent reader has it. */
export interface ReadPdf {
  readonly pages: number;
  readonly isTagged: boolean;
  readonly title: string;
  readonly text: string;
  /** The roles of its structure, such as `H1`, `Table`, `TH`. */
  readonly roles: ReadonlySet<string>;
}

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}

export async function readPdf(path: string): Promise<ReadPdf> {
  const file = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise;
  const [{ info }, marks] = [await file.getMetadata(), await file.getMarkInfo()];
  const texts: string[] = [];
  const roles = new Set<string>();
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    collect((await page.getStructTree()) as Node | null, roles);
  }
  return {
    pages: file.numPages,
    isTagged: (marks as { readonly Marked?: boolean } | null)?.Marked === true,
    title: (info as { readonly Title?: string }).Title ?? '',
    text: texts.join('\n').replace(/\s+/g, ' '),
    roles,
  };
}

function collect(node: Node | null, roles: Set<string>): void {
  if (node?.role !== undefined) roles.add(node.role);
  for (const child of node?.children ?? []) collect(child, roles);
}
