import { useMemo } from 'react';

import { useCommands } from '../commands/use-commands';

/** Lets the search for a token that was found be opened by name. Give the same function while nothing changed. */
export function FoundCommand({ onOpen }: { readonly onOpen: () => void }) {
  useCommands(
    useMemo(
      () => [{ id: 'found-token', title: 'I found a token …', section: 'Tokens', run: onOpen }],
      [onOpen],
    ),
  );
  return null;
}
