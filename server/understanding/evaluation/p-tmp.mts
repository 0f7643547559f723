import { readFileSync, readdirSync } from 'node:fs';
const { loadReader } = await import('@/flows/understanding/load-reader');
const c0 = process.cpuUsage(); const r = loadReader(); const c1 = process.cpuUsage(c0); console.log('load cpu ms', (c1.user + c1.system) / 1000);
const msgs = ['development','test'].flatMap((h) => readdirSync(`flows/understanding/testdata/held-out/${h}`).flatMap((f) => readFileSync(`flows/understanding/testdata/held-out/${h}/${f}`, 'utf8').trim().split('\n').map((l) => JSON.parse(l))));
const go = () => { for (const l of msgs) r.understand([{ messageId: 'm', text: l.text }], { language: l.language, expects: l.expects ?? [], now: l.now ?? '2026-11-26T11:00:00+05:30', timezone: 'Asia/Kolkata' }); };
go();
const d0 = process.cpuUsage(); for (let i = 0; i < 4; i++) go(); const d1 = process.cpuUsage(d0);
console.log('per second of cpu', Math.round((msgs.length * 4) / ((d1.user + d1.system) / 1e6)));
