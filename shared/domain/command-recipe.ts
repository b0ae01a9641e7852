/** A command that is known to take a value from its standard input, to begin from in Settings. */
export interface CommandRecipe {
  readonly id: string;
  readonly name: string;
  /** The program's name; Settings asks for where it is on this computer. */
  readonly program: string;
  readonly args: readonly string[];
  /** For a person: what to change, and what happens when the command runs twice. */
  readonly note: string;
}

/**
 * The value comes from a socket, which Linux does not open as /dev/stdin; behind `cat |` it is a pipe. What names
 * things stands outside the script, as "$0" and "$1", where it can never be read as code.
 */
const KUBECTL_SCRIPT = [
  'cat',
  'kubectl create secret generic "$0" --namespace "$1" --from-file=token=/dev/stdin --dry-run=client -o yaml',
  'kubectl apply --server-side --force-conflicts -f -',
].join(' | ');

/** The commands that Rekey has ready. Each of them only replaces what is there. */
export const COMMAND_RECIPES: readonly CommandRecipe[] = [
  {
    id: 'op',
    name: '1Password: document',
    program: 'op',
    args: ['document', 'edit', 'circleci {label}', '-', '--vault', 'Private'],
    note: 'Create the document “circleci” plus the label once by hand, and put your vault in place of Private. Running it twice is harmless: the document gets the same content again.',
  },
  {
    id: 'vault',
    name: 'HashiCorp Vault: key-value secret',
    program: 'vault',
    args: ['kv', 'put', '-mount=secret', 'circleci/{label}', 'token=-'],
    note: 'Put your mount in place of secret and your path in place of circleci. Other keys at that path are replaced; to keep them, put patch in place of put. Running it twice is harmless: Vault keeps one more version with the same value.',
  },
  {
    id: 'gh',
    name: 'GitHub: Actions secret',
    program: 'gh',
    args: ['secret', 'set', 'CIRCLECI_TOKEN', '--repo', 'OWNER/REPOSITORY'],
    note: 'Put your repository in place of OWNER/REPOSITORY and the secret’s name in place of CIRCLECI_TOKEN. Every token that goes to this command replaces that one secret. Running it twice is harmless: the secret gets the same value again.',
  },
  {
    id: 'kubectl',
    name: 'Kubernetes: secret',
    program: 'sh',
    args: ['-c', KUBECTL_SCRIPT, 'circleci-token', 'default'],
    note: 'Put the secret’s name in place of circleci-token and your namespace in place of default, and leave the script before them as it is; if kubectl is not found, write its full path there. The key is token, and other keys that kubectl set before are removed. Running it twice is harmless: the secret gets the same value again. For macOS and Linux.',
  },
];
