import puppeteer from 'puppeteer';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
const [dir, tabs='2', exe, mode='bare', limit='1000'] = process.argv.slice(2);
const b = await puppeteer.launch({executablePath: exe, headless:'shell', args:['--no-sandbox','--font-render-hinting=none','--disable-gpu', ...(process.env.FLAGS?.split(' ')??[])]});
const pg=b.process().pid;
const cpu=()=>{let s=0;for(const d of readdirSync('/proc')){if(!/^\d+$/.test(d))continue;try{const t=readFileSync(`/proc/${d}/stat`,'latin1');const r=t.slice(t.lastIndexOf(')')+2).split(' ');if(+r[2]===pg)s+=(+r[11]+ +r[12]+ +r[13]+ +r[14])*10;}catch{}}return s;};
const files = readdirSync(dir).filter(f=>f.endsWith('.html')).slice(0,+limit).map(f=>join(dir,f));
let next=0;
const strip=h=>h.replace(/<script\b[\s\S]*?<\/script>/g,'');
const pages=await Promise.all(Array.from({length:+tabs},()=>b.newPage()));
if(mode.includes('nojs')) for(const p of pages) await p.setJavaScriptEnabled(false);
if(mode.includes('media')) for(const p of pages) await p.emulateMediaType('print');
if(mode.includes('icept')) for(const p of pages) {await p.setRequestInterception(true);p.on('request',r=>r.continue());}
for(const p of pages){await p.setContent(readFileSync(files[0],'utf8'));await p.pdf({tagged:true,outline:true,preferCSSPageSize:true,printBackground:true});}
const c0=cpu(), n0=process.cpuUsage();
const t0=performance.now(); let ts=0,tp=0,size=0;
await Promise.all(pages.map(async p=>{ while(next<files.length){let html=readFileSync(files[next++],'utf8'); if(mode.includes('strip'))html=strip(html); const a=performance.now(); if(mode.includes('blank'))await p.goto('about:blank'); await p.setContent(html,{waitUntil:'load'}); if(mode.includes('faces'))await p.evaluate('Promise.all(Array.from(document.fonts, face => face.load())).then(() => undefined)'); const m=performance.now(); if(!mode.includes('noprint')){const pdf=await p.pdf({preferCSSPageSize:true,printBackground:true,tagged:!mode.includes('untag'),outline:!mode.includes('untag')}); size+=pdf.length; if(process.env.OUT)writeFileSync(process.env.OUT,pdf)} ts+=m-a; tp+=performance.now()-m;}}));
const n=process.cpuUsage(n0), k=files.length;
console.log(mode.padEnd(30), k, 'docs', ((performance.now()-t0)/k).toFixed(0),'ms/doc wall; browser cpu',((cpu()-c0)/k).toFixed(0),'node cpu', ((n.user+n.system)/1000/k).toFixed(0), 'set', (ts/k).toFixed(0),'pdf',(tp/k).toFixed(0), 'kB', (size/k/1000).toFixed(0));
await b.close();
