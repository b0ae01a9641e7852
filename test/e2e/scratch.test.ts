import { mkdtempSync } from 'node:fs';
import { _electron, test } from 'playwright/test';
import { electronPath, mainFile } from '../support/electron-path';

test('drive', async () => {
  const { ELECTRON_RUN_AS_NODE: _l, ...env } = process.env as Record<string, string>;
  const app = await _electron.launch({ executablePath: electronPath(), args: [mainFile, '--no-sandbox'], env: { ...env, REKEY_USER_DATA: mkdtempSync('/tmp/rekey-ud-') } });
  app.process().stderr?.on('data', (d) => { if (!/bus.cc|viz_main/.test(String(d))) console.log(String(d)); });
  const page = await app.firstWindow();
  page.on('console', (m) => console.log('console', m.text()));
  await app.evaluate(({ dialog }) => { dialog.showMessageBox = (() => Promise.resolve({ response: 1, checkboxChecked: false })) as never; });
  const out = await page.evaluate(async () => {
    const b = (window as any).bridge;
    const t0 = performance.now();
    const facts = await b['app:facts']();
    const demo = await b['connections:start-demo']();
    const settled: any[] = []; let batches = 0;
    b['on:inventory:settled']((s: any) => settled.push(s));
    b['on:inventory:batch'](() => batches++);
    const sync = await b['inventory:sync']({ connection: demo.value.id });
    const t1 = performance.now();
    const slice = await b['inventory:slice']({ connection: demo.value.id, from: 0, most: 2000 });
    const refs = slice.value.tokens.filter((t: any) => t.kind==='project').slice(0, 3).map((t: any) => t.ref);
    const plan = await b['rotation:plan']({ connection: demo.value.id, refs });
    const confirm = await b['rotation:confirm']({ plan: plan.value.id, hash: plan.value.hash, typed: 'acme 3' });
    await new Promise((r) => setTimeout(r, 1500));
    const runs = await b['rotation:runs']();
    const reveal = await b['handover:reveal']({ row: runs.value[0].rows[0].id });
    const stored = await b['handover:stored']({ row: runs.value[0].rows[0].id });
    const runs2 = await b['rotation:runs']();
    return { facts, demo, sync, ms: t1 - t0, batches, settled: settled.length, tokens: slice.value.total, cov: slice.value.coverage.projects.length, not: slice.value.coverage.projects.filter((p: any) => p.outcome.kind !== 'read'), plan: plan.value.rows.map((r: any) => [r.verdict, r.warnings]), confirm, runs: runs.value[0].rows.map((r: any) => r.step), phase: runs.value[0].phase, revealOk: reveal.ok, stored, after: runs2.value[0].rows[0].step };
  });
  console.log(JSON.stringify(out, null, 1));
  await app.close();
});
