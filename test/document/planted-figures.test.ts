/** Sound sentences stay silent; one figure mistyped is found. The sentences are drawn from wordings of official reports. */
import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';
import { formatHanInteger } from '../../server/src/text/numerals.ts';
import { seeded } from '../support/plant.ts';
import { slip, wordings } from '../support/plant-figures.ts';

const mismatches = (text: string): readonly string[] =>
  new Document(text, { format: 'plain' }).checks
    .filter(({ verdict }) => verdict === 'mismatch')
    .map(({ type, note }) => `${type}: ${note}`);

const verdicts = (text: string): readonly string[] =>
  new Document(text, { format: 'plain' }).checks.map(({ type, verdict }) => `${type} ${verdict}`);

describe('planted figures', () => {
  const random = seeded(20);
  let planted = 0;
  let found = 0;
  let silent = 0;
  const missed: string[] = [];
  const alarms: string[] = [];
  for (const wording of wordings)
    for (let round = 0; round < 12; round++) {
      const figures = wording.draw(random);
      const sound = wording.say(...figures);
      if (wording.off(...figures.map(Number)) > 0.6) continue;
      silent++;
      const alarm = mismatches(sound);
      if (alarm.length > 0) alarms.push(`${sound} → ${alarm.join('；')}`);
      const at = Math.floor(random() * figures.length);
      const wrong = figures.map((figure, i) => (i === at ? slip(random, figure) : figure));
      if (wording.off(...wrong.map(Number)) < 2) continue;
      planted++;
      const text = wording.say(...wrong);
      if (mismatches(text).length > 0) found++;
      else missed.push(`${wording.type}: ${text.replace(/\n/g, '⏎')}`);
    }

  it('leaves sound sentences alone', () => {
    assert.ok(silent > 300, `${silent} sentences`);
    assert.deepEqual(alarms, []);
  });
  it('judges alike however the digits are written', () => {
    const wide = (text: string): string => text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
    const parted = (text: string): string =>
      text.replace(/(?<![\d.])([1-9]\d{0,2})(\d{3})(?=[^\d年.])/g, (_, a: string, b: string) => `${a},${b}`);
    const han = (text: string): string =>
      text.replace(/(?<![\d.])\d{1,4}(?=[个件处名条户])/g, (d) => formatHanInteger(Number(d)));
    const drawn = seeded(7);
    for (const wording of wordings)
      for (let round = 0; round < 4; round++) {
        const figures = wording.draw(drawn);
        const wrong = figures.map((figure, i) => (i === round % figures.length ? slip(drawn, figure) : figure));
        for (const text of [wording.say(...figures), wording.say(...wrong)]) {
          const judged = verdicts(text);
          assert.deepEqual(verdicts(wide(text)), judged, wide(text));
          assert.deepEqual(verdicts(parted(text)), judged, parted(text));
          if (wording.type === 'sum') assert.deepEqual(verdicts(han(text)), judged, han(text));
        }
      }
  });
  it('judges alike when everything grows tenfold', () => {
    const drawn = seeded(11);
    for (const wording of wordings.filter(({ type }) => type === 'sum')) {
      const figures = wording.draw(drawn);
      const text = wording.say(...figures);
      if (text.includes('∶')) continue;
      assert.deepEqual(verdicts(wording.say(...figures.map((figure) => `${figure}0`))), verdicts(text), text);
    }
  });
  it('finds 97 of 100 slips', () => {
    assert.ok(planted > 250, `${planted} planted`);
    assert.ok(found / planted >= 0.97, `${found} of ${planted}\n${missed.join('\n')}`);
  });
});
