import { bridge } from '../../bridge';
import type { Stores } from '../../stores';

/** A drag changes a width with every pixel; the file is written when it rests. */
const REST_MS = 400;

/** Takes what the page remembers, and writes it down again whenever it changes. What cannot be written is still there until the end. */
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
  inventory.subscribe((state, before) => {
    const { views, layout, isOverviewFolded } = state;
    const isSame =
      views === before.views && layout === before.layout && isOverviewFolded === before.isOverviewFolded;
    if (isSame) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const remembered = { views: [...views], layout: [...layout] };
      void bridge['page:remember']({
        ...remembered,
        ...(isOverviewFolded !== undefined && { isOverviewFolded }),
      });
    }, REST_MS);
  });
}
