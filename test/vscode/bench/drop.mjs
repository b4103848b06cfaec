// Milliseconds from letting go of a part in 结构 to the new order on the screen, on a draft of 10,000 characters, with the mouse.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns a line to print */
export async function measureDrop(session, text, rounds) {
  writeFileSync(join(session.folder, 'drafts', 'long.speech'), text);
  const window = await session.open('drafts');
  await window.openFile('long.speech', '认清形势');
  await window.view('结构');
  await window.row('结构', '三、压实责任').waitFor();
  const times = [];
  for (let i = 0; i < rounds; i++) {
    const shown = window.page.evaluate(
      () =>
        new Promise((done) => {
          document.addEventListener(
            'drop',
            () => {
              const start = performance.now();
              const look = () => {
                const lines = [...document.querySelectorAll('.view-line')].map(({ textContent }) => textContent);
                if (lines.some((line) => line.startsWith('一、突出重点'))) done(performance.now() - start);
                else requestAnimationFrame(look);
              };
              look();
            },
            { capture: true, once: true },
          );
        }),
    );
    await window.row('结构', '二、突出重点').dragTo(window.row('结构', '一、认清形势'));
    times.push(await shown);
    await window.row('结构', '一、突出重点').waitFor();
    await window.press('Control+Z');
    await window.row('结构', '一、认清形势').waitFor();
  }
  const sorted = times.toSorted((a, b) => a - b);
  return `  drop        median ${sorted[sorted.length >> 1].toFixed(0)} ms (best ${sorted[0].toFixed(0)}), from letting go of the mouse to the new order on the screen`;
}
