/** Why this instance does not start. */
export type StartRefusal =
  { readonly kind: 'forbidden-switch'; readonly name: string } | { readonly kind: 'second-instance' };

/** What happened, what is safe and what to do next. */
export function refusalSentence(refusal: StartRefusal): string {
  if (refusal.kind === 'second-instance')
    return 'Rekey is running already: its window was brought to the front, and this second start ended.';
  const remedy =
    refusal.name === 'no-sandbox'
      ? ' It turns off the protection between the page and your tokens. An AppImage adds it where this system allows no user namespaces: allow them, or install the deb or rpm package.'
      : '';
  return `Rekey did not start: the switch --${refusal.name} opens it to other programs.${remedy} Nothing was read or changed. Start Rekey without the switch.`;
}
