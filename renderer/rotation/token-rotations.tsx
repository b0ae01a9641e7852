import type { RunRow, RunView } from '../../shared/domain/rotation-run';
import type { TokenRef } from '../../shared/domain/token-ref';
import { memoiseLast } from '../memoise';
import { useRotation } from '../stores';
import { exactUtc } from '../words/date-words';
import type { RotationState } from './rotation-store';
import { stepWord } from '../../shared/domain/row-words';

interface Rotation {
  readonly run: RunView;
  readonly row: RunRow;
}

const rotationsOf = memoiseLast((runs: RotationState['runs'], token: TokenRef): readonly Rotation[] =>
  [...runs.values()].flatMap((run) => run.rows.flatMap((row) => (row.ref === token ? [{ run, row }] : []))),
);

/** The rotations of one token that are not put away yet, as entries of a list. */
export function TokenRotations({ token }: { readonly token: TokenRef }) {
  const rotations = useRotation((state) => rotationsOf(state.runs, token));
  return rotations.map(({ run, row }) => (
    <li key={row.id}>
      {exactUtc(run.startedAt)}: rotation, {stepWord(row)}
    </li>
  ));
}
