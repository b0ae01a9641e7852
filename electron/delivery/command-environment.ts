/** What steers Rekey itself or its runtime, and would steer a command that is built on the same one. */
const OURS = /^(?:REKEY_|ELECTRON_|NODE_OPTIONS$)/i;

/** The environment of this process without what is meant for Rekey alone. */
export function environmentFor(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !OURS.test(name)));
}
