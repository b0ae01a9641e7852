import type { DemoState, DemoToken } from '../../../electron/demo/demo-state';
import { SecretValue } from '../../../electron/credentials/secret-value';
import type { ProjectSlug } from '../../../shared/domain/project-slug';
import { parseProjectSlug } from '../../../shared/domain/project-slug';
import type { TokenRef } from '../../../shared/domain/token-ref';
import type { RotationBench } from '../rotation-bench';

/** A token that stands at the host, with the ref that Rekey knows it by and the project that it is in. */
export interface Standing {
  readonly ref: TokenRef;
  readonly token: DemoToken;
  readonly project: ProjectSlug | undefined;
}

/** Knows refs for tokens: each is worked out once, as neither id nor value of a token ever changes. */
export type RefFor = (token: DemoToken, project: ProjectSlug | undefined) => TokenRef;

export function openRefs(bench: Pick<RotationBench, 'refFor'>, { profile }: DemoState): RefFor {
  const refs = new Map<string, TokenRef>();
  return (token, project) => {
    const { id, value, label, scope } = token;
    const known = refs.get(id);
    if (known !== undefined) return known;
    const remote =
      profile === 'server-2' ? { label, scope, value: new SecretValue(value) } : { id, label, scope };
    const ref = bench.refFor(project === undefined ? 'personal' : 'project', project, remote);
    refs.set(id, ref);
    return ref;
  };
}

/** Every token that stands now, by its ref. */
export function standing({ projects, personal }: DemoState, refFor: RefFor): ReadonlyMap<TokenRef, Standing> {
  const all: Standing[] = [];
  for (const { slug, tokens } of projects) {
    const project = parseProjectSlug(slug);
    for (const token of tokens) all.push({ ref: refFor(token, project), token, project });
  }
  for (const token of personal) all.push({ ref: refFor(token, undefined), token, project: undefined });
  return new Map(all.map((one) => [one.ref, one]));
}
