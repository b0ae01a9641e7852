import type { ApiFailure } from '../../shared/domain/api-failure';
import type { ContextFacts, VariableFacts } from '../../shared/domain/destination';
import type { Instant } from '../../shared/domain/instant';
import { err, ok, type Result } from '../../shared/result';
import { instantIn, rowsOf, textIn } from './loose-row';

type Rows<Row> = Result<readonly Row[], ApiFailure>;

const unreadable = err<ApiFailure>({ kind: 'unexpected-shape' });

export function readContexts(raw: unknown): Rows<ContextFacts> {
  const contexts = rowsOf(raw)?.flatMap((row) => {
    const id = textIn(row, 'id');
    return id === undefined ? [] : [{ id, name: textIn(row, 'name') ?? id }];
  });
  return contexts === undefined ? unreadable : ok(contexts);
}

export function readContextVariables(raw: unknown): Rows<VariableFacts & { readonly updatedAt?: Instant }> {
  const variables = rowsOf(raw)?.flatMap((row) => {
    const name = textIn(row, 'variable', 'name');
    if (name === undefined) return [];
    const updatedAt = instantIn(row, 'updated_at', 'updated-at');
    return [
      {
        ...masked(name, textIn(row, 'truncated_value', 'truncated-value')),
        ...(updatedAt !== undefined && { updatedAt }),
      },
    ];
  });
  return variables === undefined ? unreadable : ok(variables);
}

export function readProjectVariables(raw: unknown): Rows<VariableFacts> {
  const variables = rowsOf(raw)?.flatMap((row) => {
    const name = textIn(row, 'name');
    return name === undefined ? [] : [masked(name, textIn(row, 'value'))];
  });
  return variables === undefined ? unreadable : ok(variables);
}

/** The host masks values as `xxxx` and the last four; of what it shows, four characters are the most that is kept. */
function masked(name: string, shown: string | undefined): VariableFacts {
  const last = shown?.replace(/^x{4}/, '').slice(-4) ?? '';
  return last === '' ? { name } : { name, lastCharacters: last };
}
