import { bridge } from '../../bridge';
import type { Stores } from '../../stores';

/** A drag changes a width with every pixel; the file is written when it rests. */
const REST_MS = 400;

/**
 * Takes what the page remembers, and writes it down again whenever it changes: at once, or when a drag rests, or when the page
 * goes. What cannot be written is still there until the end.
 */
export async function keepPageMemory({ inventory }: Stores): Promise<void> {
  const memory = await bridge['page:memory'](null);
  if (memory.ok) {
    const { views, layout, isOverviewFolded } = memory.value;
    inventory.setState({
      views,
      ...(layout !== undefined && { layout }),
      ...(isOverviewFolded !== undefined && { isOverviewFolded }),
    });
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const { views, layout, isOverviewFolded } = inventory.getState();
    void bridge['page:remember']({
      views: [...views],
      layout: [...layout],
      ...(isOverviewFolded !== undefined && { isOverviewFolded }),
    });
  };
  inventory.subscribe((state, before) => {
    const isArranged = state.views !== before.views || state.isOverviewFolded !== before.isOverviewFolded;
    if (isArranged) write();
    else if (state.layout !== before.layout) {
      clearTimeout(timer);
      timer = setTimeout(write, REST_MS);
    }
  });
  window.addEventListener('pagehide', () => {
    if (timer !== undefined) write();
  });
}
