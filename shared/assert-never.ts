/** Closes a switch: adding a member to the union breaks the build here, not somebody's rotation. */
export function assertNever(unexpected: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(unexpected)}`);
}
