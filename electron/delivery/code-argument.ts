const INTERPRETER = /^(?:(?:ba|da|z|k|a|c|tc|fi)?sh|python[\d.]*|node|deno|bun|perl|ruby|php|osascript)$/;
/** `-c`, also among other letters as in `-ec`; `-e`, `-p` and `-r` are what others call it. */
const CODE_FOLLOWS = /^(?:-[A-Za-z]*[ceEpr]|--(?:command|eval|print))$/;
const CODE_WITHIN = /^--(?:command|eval|print)=/;

/**
 * True where an interpreter takes the argument for a program text. A label put in there would be run, and labels are
 * written by anybody who may make a token.
 */
export function isCodeAt(at: number, executable: string, args: readonly string[]): boolean {
  const program = programOf(executable);
  const before = args.slice(0, at);
  if (program === 'cmd') return true;
  // Whatever follows is joined to a program text, unless a file is named to be run.
  if (program === 'powershell' || program === 'pwsh') return !before.some((arg) => /^-f(?:ile)?$/i.test(arg));
  if (!INTERPRETER.test(program)) return false;
  if (CODE_WITHIN.test(args[at] ?? '')) return true;
  const option = before.findIndex((arg) => CODE_FOLLOWS.test(arg));
  return option !== -1 && before.slice(option).every((arg) => /^[-+]/.test(arg));
}

function programOf(executable: string): string {
  const name = executable.split(/[\\/]/).at(-1) ?? '';
  return name.toLowerCase().replace(/\.exe$/, '');
}
