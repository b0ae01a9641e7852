/**
 * SECURITY X10: an error that nobody expected ends the app; what it was is logged by its name alone, since a message may
 * carry anything. Every rotation step is journalled before it is made, so that ending is always safe.
 */
export function endOnUncaught(
  process: Pick<NodeJS.Process, 'on'>,
  log: (name: string) => Promise<void>,
  end: () => void,
): void {
  const endWith = (error: unknown) => {
    void log(error instanceof Error ? error.name : typeof error).finally(end);
  };
  process.on('uncaughtException', endWith);
  process.on('unhandledRejection', endWith);
}
