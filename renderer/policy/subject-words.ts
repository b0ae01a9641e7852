import type { ConnectionFacts } from '../../shared/domain/connection';
import type { ExceptionSubject } from '../../shared/domain/policy-exception';
import type { TokenFilter } from '../../shared/domain/token-filter';
import { kindWord, plain, scopeWord, shortened } from '../words/token-words';

/** What an exception is for, in words: `deploy bot`, `Project tokens, Admin or Status, label with “bot”`. */
export function subjectWords(
  subject: ExceptionSubject,
  connections: readonly Pick<ConnectionFacts, 'id' | 'name'>[],
): string {
  if (subject.kind === 'filter') return filterWords(subject.filter, connections);
  const label = shortened(plain(subject.label));
  return label === '' ? '(no label)' : label;
}

function filterWords(
  { connection, kind, scopes, label, project, owner }: TokenFilter,
  connections: readonly Pick<ConnectionFacts, 'id' | 'name'>[],
): string {
  const name = connections.find(({ id }) => id === connection)?.name;
  return [
    kind === undefined ? 'All tokens' : `${kindWord(kind)} tokens`,
    scopes?.map((scope) => scopeWord({ scope })).join(' or '),
    label === undefined ? undefined : `label with “${quoted(label)}”`,
    project === undefined ? undefined : `project with “${quoted(project)}”`,
    owner === undefined ? undefined : owner === '' ? 'no owner known' : `owner with “${quoted(owner)}”`,
    connection === undefined
      ? undefined
      : name === undefined
        ? 'of a connection that is gone'
        : `in ${plain(name)}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

const quoted = (text: string) => shortened(plain(text));
