import { useSyncExternalStore } from 'react';

import { useInventory, useStores } from '../../stores';

const LOW_WINDOW = '(max-height: 759px)';

/** Whether the pictures are folded away: as a person left them, and before that only where a low window needs the room for rows. */
export function useFolded(): readonly [isFolded: boolean, fold: (isFolded: boolean) => void] {
  const { inventory } = useStores();
  const said = useInventory((state) => state.isOverviewFolded);
  const isLow = useSyncExternalStore(onHeight, isLowNow);
  return [
    said ?? isLow,
    (isOverviewFolded) => {
      inventory.setState({ isOverviewFolded });
    },
  ];
}

function onHeight(tell: () => void): () => void {
  const query = window.matchMedia(LOW_WINDOW);
  query.addEventListener('change', tell);
  return () => {
    query.removeEventListener('change', tell);
  };
}

const isLowNow = () => window.matchMedia(LOW_WINDOW).matches;
