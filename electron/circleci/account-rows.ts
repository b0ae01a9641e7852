import { z } from 'zod';

import { uuidOf } from '../../shared/domain/circleci-id';
import { decodeWith } from '../../shared/ipc/decode';
import { known, listOf, text } from './wire';

/** An organisation that the account belongs to. `id` is absent for one that never came to CircleCI. */
export interface Organisation {
  readonly id?: string;
  readonly name: string;
  readonly slug?: string;
}

/** The account in the answer to any of the “who am I” calls. v2 tells its id, old hosts a login only. */
export const readAccount = decodeWith(
  z.object({ login: text, name: text, id: text }).transform(({ login, name, id }) => {
    const called = login ?? name;
    const userId = id === undefined ? undefined : uuidOf(id);
    return called === undefined ? undefined : { login: called, ...known({ userId }) };
  }),
);

const decodeOrganisations = decodeWith(listOf(z.object({ id: text, name: text, login: text, slug: text })));

/** An organisation without a name is called by its slug or its id: leaving it out would make its projects vanish. */
export const readOrganisations = (raw: unknown): readonly Organisation[] | undefined =>
  decodeOrganisations(raw)?.flatMap(({ id, name, login, slug }) => {
    const called = name ?? login ?? slug ?? id;
    return called === undefined ? [] : [{ name: called, ...known({ id, slug }) }];
  });
