const AT_THE_LATEST_MS = 1_000;

/** Answers when what is being rendered has been painted and the page is quiet; at the latest after a second, as a hidden page paints nothing. */
export const whenDrawn = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      requestIdleCallback(() => {
        resolve();
      });
    });
    setTimeout(resolve, AT_THE_LATEST_MS);
  });
