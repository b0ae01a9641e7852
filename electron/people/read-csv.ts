import {
  LARGEST_IMPORT_BYTES,
  MOST_ERRORS_TOLD,
  MOST_IMPORT_LINES,
  type ImportFailure,
  type ImportReport,
  type LineError,
  type LineProblem,
} from '../../shared/domain/import-report';
import type { Instant } from '../../shared/domain/instant';
import { err, ok, type Result } from '../../shared/result';
import type { ByteSource } from './byte-source';
import { cellsOf, delimiterOf, recordReader, separatorIn } from './csv-records';
import { decodeText, inspectText } from './decode-text';
import { findColumns, type Columns } from './find-columns';
import { splitLines, type Line } from './split-lines';

/** A row by the names of its columns; empty where the file has no such column. */
export interface CsvRow<Name extends string> {
  readonly line: number;
  readonly cell: (name: Name) => string;
}

/** What became of a row: it was of use, it was of none, or something is wrong with it. */
export type RowVerdict = 'taken' | 'ignored' | LineProblem;

interface ReadHow<Name extends string> {
  readonly columns: Columns<Name>;
  readonly take: (row: CsvRow<Name>) => RowVerdict;
  /** From 0 to 1. */
  readonly progress: (fraction: number) => void;
  readonly signal: AbortSignal;
  readonly now: Instant;
}

/** What was read, and the SHA-256 (hex) of the file. */
export interface CsvRead {
  readonly report: ImportReport;
  readonly sha256: string;
}

/** Reads a table from a file that anybody may have written, row by row: each is judged by itself. */
export async function readCsv<Name extends string>(
  source: ByteSource,
  { columns, take, progress, signal, now }: ReadHow<Name>,
): Promise<Result<CsvRead, ImportFailure>> {
  if (source.size > LARGEST_IMPORT_BYTES) return err({ kind: 'too-large' });
  const errors: LineError[] = [];
  const counts = { lines: 0, taken: 0, refused: 0 };
  const refuse = (line: number, problem: LineProblem) => {
    counts.refused += 1;
    if (errors.length < MOST_ERRORS_TOLD) errors.push({ line, problem });
  };

  let separator: string | undefined;
  const readerFor = (head: string): Result<ReturnType<typeof recordReader>, ImportFailure> => {
    const delimiter = separator ?? delimiterOf(head);
    const names = cellsOf(head, delimiter) ?? [];
    const found = findColumns(columns, names);
    if (!found.ok) return err({ kind: 'wrong-columns', missing: found.error });
    return ok(
      recordReader(delimiter, names.length, {
        broken: refuse,
        record: ({ line, cells }) => {
          const verdict = take({ line, cell: (name) => cells[found.value.get(name) ?? -1]?.trim() ?? '' });
          if (verdict === 'taken') counts.taken += 1;
          else if (verdict !== 'ignored') refuse(line, verdict);
        },
      }),
    );
  };

  try {
    const { encoding, sha256 } = await inspectText(source, signal);
    let reader: ReturnType<typeof recordReader> | undefined;
    let read = 0;
    const counted: ByteSource = { ...source, chunks: () => counting(source, (bytes) => (read += bytes)) };
    for await (const lines of splitLines(decodeText(counted, encoding))) {
      if (signal.aborted) return err({ kind: 'stopped' });
      for (const line of lines) {
        if (line.number > MOST_IMPORT_LINES) return err({ kind: 'too-large' });
        counts.lines = line.number;
        if (reader !== undefined) {
          reader.push(line);
          continue;
        }
        const said = line.number === 1 ? separatorIn(line.text ?? '') : undefined;
        if (said !== undefined) separator = said;
        else if (!isBlank(line)) {
          const opened = readerFor(line.text ?? '');
          if (!opened.ok) return opened;
          reader = opened.value;
        }
      }
      progress(source.size === 0 ? 1 : read / source.size);
    }
    if (signal.aborted) return err({ kind: 'stopped' });
    if (reader === undefined) return readerFor('') as Result<never, ImportFailure>;
    reader.end();
    return ok({ report: { file: source.name, at: now, encoding, ...counts, errors }, sha256 });
  } catch {
    return err({ kind: 'disk' });
  }
}

const isBlank = ({ text }: Line) => text?.trim() === '';

async function* counting(source: ByteSource, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const bytes of source.chunks()) {
    count(bytes.byteLength);
    yield bytes;
  }
}
