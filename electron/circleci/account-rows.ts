import { z } from 'zod';

import { decodeWith } from '../../shared/ipc/decode';
import { known, listOf, text } from './wire';

/** An organisation that the account belongs to. `id` is absent for one that never came to CircleCI. */
export interface Organisation {
  readonly id?: string;
  readonly name: string;
  readonly slug?: string;
}

/** The login in the answer to any of the “who am I” calls. */
export const readLogin = decodeWith(
  z.object({ login: text, name: text }).transform(({ login, name }) => login ?? name),
);

const decodeOrganisations = decodeWith(listOf(z.object({ id: text, name: text, login: text, slug: text })));

/** An organisation without a name is called by its slug or its id: leaving it out would make its projects vanish. */
export const readOrganisations = (raw: unknown): readonly Organisation[] | undefined =>
  decodeOrganisations(raw)?.flatMap(({ id, name, login, slug }) => {
    const called = name ?? login ?? slug ?? id;
    return called === undefined ? [] : [{ name: called, ...known({ id, slug }) }];
  });
