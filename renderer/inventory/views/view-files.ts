import type { SavedView, ViewFileFailure } from '../../../shared/domain/saved-view';
import { bridge } from '../../bridge';
import type { Stores } from '../../stores';
import { counted } from '../../words/count-words';
import { BUILT_IN_VIEWS } from './built-in-views';
import { withImported } from './view-list';

/** What there is to say after a file was asked for. */
export interface Said {
  readonly said?: string;
  readonly problem?: string;
}

const FAILURES: Readonly<Record<Exclude<ViewFileFailure['kind'], 'declined'>, string>> = {
  disk: 'The file could not be read or written. Nothing was changed.',
  'too-large': 'The file is larger than a megabyte, which no file of views is. Nothing was taken.',
  'not-views': 'This is not a file of views that Rekey wrote. Nothing was taken.',
};

const failed = (kind: ViewFileFailure['kind'] | 'refused'): Said =>
  kind === 'declined' ? {} : { problem: kind === 'refused' ? FAILURES.disk : FAILURES[kind] };

export async function exportViews(views: readonly SavedView[]): Promise<Said> {
  const written = await bridge['views:export']({ views: [...views] });
  return written.ok ? { said: `${counted(views.length, 'view')} written.` } : failed(written.error.kind);
}

/** Takes the views of a file in beside one's own, and says which of them could not be read. */
export async function importViews({ inventory }: Stores): Promise<Said> {
  const read = await bridge['views:import'](null);
  if (!read.ok) return failed(read.error.kind);
  const { views, refused } = read.value;
  const taken = BUILT_IN_VIEWS.map(({ name }) => name);
  inventory.setState((state) => ({ views: withImported(state.views, views, taken) }));
  const said = `${counted(views.length, 'view')} taken.`;
  if (refused.length === 0) return { said };
  return { said, problem: `Not taken, as Rekey cannot read them: number ${numbersOf(refused)} in the file.` };
}

const MOST_NUMBERS = 20;

const numbersOf = (refused: readonly number[]): string =>
  refused.length <= MOST_NUMBERS
    ? refused.join(', ')
    : `${refused.slice(0, MOST_NUMBERS).join(', ')} and ${String(refused.length - MOST_NUMBERS)} more`;
