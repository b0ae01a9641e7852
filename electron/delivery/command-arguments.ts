import type { CommandTarget } from '../../shared/domain/delivery-target';
import { isCodeAt } from './code-argument';
import type { TokenFacts } from './sink';

const PLACEHOLDER = /\{(label|project|scope)\}/g;
const CONTROL = /\p{Cc}/u;

/**
 * The arguments with the token's facts in place; `undefined` where a fact would be taken for an option or for code, or
 * holds a control character. A fact that the token does not have is empty.
 */
export function argumentsFor(
  { executable, args }: Pick<CommandTarget, 'executable' | 'args'>,
  token: TokenFacts,
): readonly string[] | undefined {
  const filled: string[] = [];
  for (const [at, template] of args.entries()) {
    const argument = fill(template, token);
    if (argument === undefined) return undefined;
    if (hasPlaceholder(template) && isCodeAt(at, executable, args)) return undefined;
    filled.push(argument);
  }
  return filled;
}

/** One argument with the token's facts in place, each taken as it is; `undefined` where it would not be safe. */
export function fill(template: string, token: TokenFacts): string | undefined {
  const facts = { label: token.label, scope: token.scope, project: token.project ?? '' };
  const used = [...template.matchAll(PLACEHOLDER)].map(([, name]) => facts[name as keyof typeof facts]);
  if (used.some((fact) => CONTROL.test(fact))) return undefined;
  const filled = template.replace(PLACEHOLDER, (_whole, name: keyof typeof facts) => facts[name]);
  return filled.startsWith('-') && !template.startsWith('-') ? undefined : filled;
}

function hasPlaceholder(template: string): boolean {
  return template.search(PLACEHOLDER) !== -1;
}
