import type { ScanRow } from '../../shared/domain/folder-scan';
import { certainMatch, type FoundId, type FoundToken } from '../../shared/domain/found-token';
import type { TokenRecord } from '../../shared/domain/token';
import { Button } from '../design/button';
import { VirtualList } from '../design/virtual-list';
import { plain, projectWord } from '../words/token-words';
import { FORM_WORDS } from './found-words';

interface FoundLineProps {
  readonly found: FoundToken;
  /** Where it stands: a file and a line. */
  readonly place?: string;
  readonly onChoose: () => void;
}

/** One value in a line, without the value. */
function FoundLine({ found, place, onChoose }: FoundLineProps) {
  const { form, lastFour, life } = found;
  return (
    <div className="found-line">
      {place !== undefined && (
        <span className="cut mono" title={place}>
          {place}
        </span>
      )}
      <span>{FORM_WORDS[form]}</span>
      <span className="mono">…{lastFour}</span>
      <span className="cut">{matchWord(found)}</span>
      <span className="quiet">{LIFE_WORDS[life.kind]}</span>
      <Button aria-label={`Check and replace: ${place ?? FORM_WORDS[form]} …${lastFour}`} onClick={onChoose}>
        Check and replace …
      </Button>
    </div>
  );
}

const LIFE_WORDS = {
  'not-asked': '',
  works: 'works',
  refused: 'refused',
  'not-provable': 'not provable',
  undecided: 'undecided',
} as const;

function matchWord(found: FoundToken): string {
  const certain = certainMatch(found);
  if (certain !== undefined) return tokenWord(certain.token);
  const [hint] = found.matches;
  return hint === undefined ? 'not located' : `perhaps ${tokenWord(hint.token)}`;
}

/** Labels repeat, so that a project is said with each. */
const tokenWord = (token: TokenRecord) => `${plain(token.label)} · ${projectWord(token)}`;

interface FoundListProps {
  readonly found: readonly FoundToken[];
  readonly onChoose: (id: FoundId) => void;
}

/** Values of one text, told apart by their last four. */
export function FoundList({ found, onChoose }: FoundListProps) {
  return (
    <VirtualList
      label="Tokens that were found"
      className="found-rows"
      items={found}
      keyOf={({ id }) => id}
      usualHeight={40}
    >
      {(one) => (
        <FoundLine
          found={one}
          onChoose={() => {
            onChoose(one.id);
          }}
        />
      )}
    </VirtualList>
  );
}

/** The places of a folder, each with the value that stands there. */
export function ScanList({ rows, found, onChoose }: FoundListProps & { readonly rows: readonly ScanRow[] }) {
  const byId = new Map(found.map((one) => [one.id, one]));
  const numbered = rows.map((row, number) => ({ ...row, key: String(number) }));
  return (
    <VirtualList
      label="Places that hold a token"
      className="found-rows"
      items={numbered}
      keyOf={({ key }) => key}
      usualHeight={40}
    >
      {({ file, line, found: id }) => {
        const one = byId.get(id);
        return (
          one !== undefined && (
            <FoundLine
              found={one}
              place={`${plain(file)}:${String(line)}`}
              onChoose={() => {
                onChoose(id);
              }}
            />
          )
        );
      }}
    </VirtualList>
  );
}
