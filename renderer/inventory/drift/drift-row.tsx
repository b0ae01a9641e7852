import type { DriftChange } from '../../../shared/domain/drift';
import { isStillThere } from '../../../shared/domain/drift-report';
import type { Instant } from '../../../shared/domain/instant';
import type { TokenRef } from '../../../shared/domain/token-ref';
import { Button } from '../../design/button';
import { exactUtc } from '../../words/date-words';
import { kindWord, plain, projectWord, scopeWord } from '../../words/token-words';
import { changeWord } from './drift-words';

interface DriftRowProps {
  readonly change: DriftChange;
  readonly now: Instant;
  readonly onShow: (ref: TokenRef) => void;
}

/** One token that is not as it was, and the way to it where it is still there. */
export function DriftRow({ change, now, onShow }: DriftRowProps) {
  const { token, kind } = change;
  const label = plain(token.label);
  const exact = token.createdAt === undefined ? undefined : `Made ${exactUtc(token.createdAt)}`;
  return (
    <li className="drift-row">
      <span className="cut" title={label}>
        <bdi>{label}</bdi>
      </span>
      <span>{scopeWord(token)}</span>
      <span className="cut mono" title={token.project}>
        {token.project === undefined ? kindWord(token.kind) : <bdi>{plain(projectWord(token))}</bdi>}
      </span>
      <span className="quiet" title={exact}>
        {changeWord(change, now)}
      </span>
      {isStillThere(kind) && (
        <Button
          aria-label={`Show ${label}`}
          onClick={() => {
            onShow(token.ref);
          }}
        >
          Show
        </Button>
      )}
    </li>
  );
}
