import type { RowId } from './rotation-run';
import type { TokenRef } from './token-ref';

/** Something that Rekey itself did to a list of tokens, so that it is not taken for somebody else's doing. */
export interface OwnDeed {
  readonly ref: TokenRef;
  readonly deed: 'made' | 'deleted';
  /** The rotation item that it was created for. Files of before do not say. */
  readonly row?: RowId;
}
