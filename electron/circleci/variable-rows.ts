import { z } from 'zod';

import type { ApiFailure } from '../../shared/domain/api-failure';
import type { ContextFacts, VariableFacts } from '../../shared/domain/destination';
import type { Instant } from '../../shared/domain/instant';
import { decodeWith } from '../../shared/ipc/decode';
import { err, ok, type Result } from '../../shared/result';
import { instant, known, listOf, text } from './wire';

type Rows<Row> = Result<readonly Row[], ApiFailure>;

/** Reads a list of rows of the host's, each of which makes one row of ours, or none. */
const reader = <Wire extends z.ZodType, Row>(
  wire: Wire,
  rowsOf: (row: z.output<Wire>) => readonly Row[],
): ((raw: unknown) => Rows<Row>) => {
  const decode = decodeWith(listOf(wire));
  return (raw) => {
    const rows = decode(raw);
    return rows === undefined ? err({ kind: 'unexpected-shape' }) : ok(rows.flatMap(rowsOf));
  };
};

export const readContexts = reader(z.object({ id: text, name: text }), ({ id, name }): ContextFacts[] =>
  id === undefined ? [] : [{ id, name: name ?? id }],
);

const contextVariable = z.object({
  ...{ variable: text, name: text, truncated_value: text, 'truncated-value': text },
  ...{ updated_at: instant, 'updated-at': instant },
});

type ContextVariable = VariableFacts & { readonly updatedAt?: Instant };

export const readContextVariables = reader(contextVariable, (row): ContextVariable[] => {
  const name = row.variable ?? row.name;
  if (name === undefined) return [];
  const shown = row.truncated_value ?? row['truncated-value'];
  return [{ ...masked(name, shown), ...known({ updatedAt: row.updated_at ?? row['updated-at'] }) }];
});

export const readProjectVariables = reader(z.object({ name: text, value: text }), ({ name, value }) =>
  name === undefined ? [] : [masked(name, value)],
);

/** The host masks values as `xxxx` and the last four; of what it shows, four characters are the most that is kept. */
function masked(name: string, shown: string | undefined): VariableFacts {
  const last = shown?.replace(/^x{4}/, '').slice(-4) ?? '';
  return last === '' ? { name } : { name, lastCharacters: last };
}
